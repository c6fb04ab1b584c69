import {
  LineCounter,
  parseDocument,
  type Document,
  type ErrorCode,
} from 'yaml';
import { PlainYamlReader } from './plain/PlainYamlReader';
import type { ProblemLog } from './ProblemLog';
import { reportNul } from './reportNul';
import { SOURCE_LIMITS, TOO_DEEP } from './sourceLimits';
import type { SourceNode } from './SourceNode';
import { placeAt, SourceTreeBuilder, START } from './SourceTreeBuilder';

/** What was read of a text. @internal */
export interface Source {
  /** Absent when the text holds nothing, or nothing readable. */
  readonly root?: SourceNode;
  /** Whether the whole text was read; else `root` is a silent remainder, good for guessing at names only. */
  readonly isWhole: boolean;
}

/**
 * Reads YAML or JSON text into a tree whose values know their places.
 *
 * @param log - gets at most one problem when the text cannot be read as a whole
 * @param pointer - of the whole; other than `''` when the text is part of something else
 * @internal
 */
export function readSource(
  text: string,
  log: ProblemLog,
  pointer: string = '',
): Source {
  const { bytes } = SOURCE_LIMITS;
  if (isLongerThan(bytes, text)) {
    const message = `the text is larger than ${bytes / 1024} KiB`;
    log.add(START, { code: 'LIMIT_EXCEEDED', message });
    return { isWhole: false };
  }
  const plain = readPlainYaml(text, log, pointer);
  const source: Source = plain
    ? { root: plain, isWhole: true }
    : readYaml(text, log, pointer);
  const { root, isWhole } = source;
  return isWhole && root && reportNul(text, root) ? { isWhole: false } : source;
}

/** Whether the text has more bytes in UTF-8, in which a character has up to three for each of its code units. */
function isLongerThan(bytes: number, text: string): boolean {
  if (text.length * 3 <= bytes) return false;
  return new TextEncoder().encode(text).length > bytes;
}

/** Tabs, carriage returns and byte order marks have meanings of their own. */
const UNUSUAL_CHARACTERS = /[\t\r\ufeff]/;

function readPlainYaml(
  text: string,
  log: ProblemLog,
  pointer: string,
): SourceNode | undefined {
  return UNUSUAL_CHARACTERS.test(text)
    ? undefined
    : new PlainYamlReader(text, log).read(pointer);
}

/** As {@link readSource}, by the YAML library alone. @internal */
export function readYaml(
  text: string,
  log: ProblemLog,
  pointer: string,
): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const isSound = !reportSyntax(text, document, lines, log);
  const builder = new SourceTreeBuilder(lines, isSound ? log : undefined);
  const root = builder.build(document.contents, pointer);
  return { root, isWhole: isSound && builder.isWhole };
}

/** What the YAML library's codes mean to an author, where its own message does not say. */
const SYNTAX_MESSAGES: { readonly [code in ErrorCode]?: string } = {
  MULTIPLE_DOCS:
    'the text holds several YAML documents; keep one and remove the `---`',
  TAB_AS_INDENT: 'a tab indents this line; YAML allows spaces only',
  BLOCK_AS_IMPLICIT_KEY:
    'a second `:` in one line; put a value that holds `: ` in quotes',
};

/** Within `{ }` and `[ ]` the brace of `${` begins an object. */
function messageOfExpression(text: string, at: number): string | undefined {
  return text.slice(at - 1, at + 1) === '${'
    ? 'within `{ }` or `[ ]` put a value that begins with `${` in quotes'
    : undefined;
}

/** One broken place makes the library report several: the first one is the fault. */
function reportSyntax(
  text: string,
  document: Document.Parsed,
  lines: LineCounter,
  log: ProblemLog,
): boolean {
  const [fault] = [...document.errors, ...document.warnings];
  if (!fault) return false;
  log.add(
    placeAt(fault.pos[0], '', lines),
    fault.code === 'RESOURCE_EXHAUSTION'
      ? { code: 'LIMIT_EXCEEDED', message: TOO_DEEP }
      : {
          code: 'YAML_SYNTAX',
          message:
            messageOfExpression(text, fault.pos[0]) ??
            SYNTAX_MESSAGES[fault.code] ??
            fault.message,
        },
  );
  return true;
}
