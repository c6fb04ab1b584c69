import type { DefinitionProblem } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useEffect, useRef } from 'react';
import styles from './SourceView.module.css';
import { splitYamlLine } from './splitYamlLine';

/** Props of {@link SourceView}. */
export interface SourceViewProps {
  readonly text: string;
  readonly problems: readonly DefinitionProblem[];
  /** Number of the line to bring into view, from 1. */
  readonly line?: number;
}

/** The text of a definition with line numbers, each problem said at its line. */
export function SourceView({ text, problems, line }: SourceViewProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (line === undefined) return;
    list.current?.children.item(line - 1)?.scrollIntoView({ block: 'center' });
  }, [line]);
  return (
    <ol
      className={styles.source}
      aria-label="Source"
      ref={list}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {text
        .trimEnd()
        .split('\n')
        .map((content, index) => (
          <SourceLine
            key={index}
            content={content}
            isWanted={index + 1 === line}
            problems={problems.filter(problem => problem.line === index + 1)}
          />
        ))}
    </ol>
  );
}

interface SourceLineProps {
  readonly content: string;
  readonly isWanted: boolean;
  readonly problems: readonly DefinitionProblem[];
}

function SourceLine({ content, isWanted, problems }: SourceLineProps) {
  const { indent, key, rest, comment } = splitYamlLine(content);
  return (
    <li
      className={styles.line}
      aria-current={isWanted || undefined}
      data-problem={problems[0]?.severity}
    >
      <code>
        {indent}
        <span className={styles.key}>{key}</span>
        {rest}
        <span className={styles.comment}>{comment}</span>
      </code>
      {problems.map(({ code, column, message }) => (
        <div
          key={`${column} ${code}`}
          className={styles.problem}
          style={{ paddingInlineStart: `${column - 1}ch` }}
        >
          {`↑ ${message}`}
        </div>
      ))}
    </li>
  );
}
