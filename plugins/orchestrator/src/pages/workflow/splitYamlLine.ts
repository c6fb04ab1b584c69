/** The parts of a line of YAML or JSON that are shown differently; joined they are the line. */
export interface YamlLine {
  /** White space and list markers. */
  readonly indent: string;
  /** A property's name with its colon. */
  readonly key: string;
  readonly rest: string;
  readonly comment: string;
}

const PARTS =
  /^(?<indent>[\s-]*)(?<key>(?:[\w./$-]+|"[^"]*"|'[^']*')\s*:(?=\s|$))?(?<rest>.*?)(?<comment>(?:^|(?<=\s))#.*)?$/;

/** Splits a line for its colours. Not a parser: a `#` inside a text after a space counts as a comment. */
export function splitYamlLine(line: string): YamlLine {
  const {
    indent = '',
    key = '',
    rest = '',
    comment = '',
  } = PARTS.exec(line)?.groups ?? { rest: line };
  return { indent, key, rest, comment };
}
