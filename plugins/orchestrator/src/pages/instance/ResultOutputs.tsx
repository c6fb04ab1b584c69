import { MarkdownContent } from '@backstage/core-components';
import { Link, Text } from '@backstage/ui';
import styles from './ResultOutputs.module.css';
import type { ResultOutput } from './readResult';

/** Props of {@link ResultOutputs}. */
export interface ResultOutputsProps {
  readonly outputs: readonly ResultOutput[];
}

/** Named values, each in its format. */
export function ResultOutputs({ outputs }: ResultOutputsProps) {
  return (
    <dl className={styles.list}>
      {outputs.map(output => (
        <div key={output.key} className={styles.entry}>
          <dt>
            <Text color="secondary">{output.key}</Text>
          </dt>
          <dd>
            <OutputValue output={output} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OutputValue({ output: { value, format } }: { output: ResultOutput }) {
  const text = String(value);
  if (format === 'markdown') return <MarkdownContent content={text} />;
  if (format === 'link' && isWebLink(text)) {
    return <Link href={text}>{text}</Link>;
  }
  if (format === 'number' && typeof value === 'number') {
    return <Text>{new Intl.NumberFormat().format(value)}</Text>;
  }
  return <Text>{text}</Text>;
}

/** Links of a run are followed only to web pages: what a workflow collects is not to be trusted with `javascript:`. */
function isWebLink(text: string): boolean {
  try {
    const { protocol } = new URL(text, window.location.origin);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}
