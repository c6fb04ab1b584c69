import type { Task } from '../WorkflowDefinition';
import { parseWorkflow, type ParseOptions } from '../parseWorkflow';

/** Stands in a test's text before the place at which a problem is expected. */
export const MARK = '☞';

const HEAD = `document:
  dsl: '1.0.3'
  namespace: default
  name: example
  version: '1.0.0'
`;

/** A whole definition around what comes after `document`. */
export function definitionWith(rest: string): string {
  return `${HEAD}${rest}`;
}

/** A whole definition around the body of one task, named `it`, followed by a task `next`. */
export function definitionWithTask(body: string): string {
  return definitionWith(
    `do:\n  - it:\n${indented(body, 6)}\n  - next:\n      set: { a: 1 }\n`,
  );
}

/** The parsed task `it`. @throws when there are problems */
export function parseTaskBody(body: string, options?: ParseOptions): Task {
  const { definition, problems } = parseWorkflow(
    definitionWithTask(body),
    options,
  );
  if (!definition) throw new Error(JSON.stringify(problems, null, 2));
  return definition.do[0];
}

/** What parsing reports, one line per problem: `line:column CODE message`, in which `☞` stands for the marked place. */
export function problemsOf(
  marked: string,
  options?: ParseOptions,
): readonly string[] {
  const text = marked.replaceAll(MARK, '');
  const before = marked.slice(0, marked.indexOf(MARK)).split('\n');
  const expected = `${before.length}:${before.at(-1)!.length + 1}`;
  return parseWorkflow(text, options).problems.map(
    ({ line, column, code, message }) => {
      const place = `${line}:${column}`;
      return `${place === expected ? MARK : place} ${code} ${message}`;
    },
  );
}

function indented(text: string, columns: number): string {
  return text
    .trim()
    .split('\n')
    .map(line => `${' '.repeat(columns)}${line}`)
    .join('\n');
}
