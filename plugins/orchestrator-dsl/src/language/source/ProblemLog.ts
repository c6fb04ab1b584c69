import type { Problem } from '../WorkflowDefinition';
import type { ProblemCode } from '../ProblemCode';

/** Where a problem is. @internal */
export interface Place {
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What is wrong. @internal */
export interface Fault {
  readonly code: ProblemCode;
  /** One line: what is wrong and what to do. */
  readonly message: string;
  readonly suggestion?: string;
  /** `error` when absent. */
  readonly severity?: Problem['severity'];
}

/** Nobody reads more. */
const MAX_PROBLEMS = 200;

/** Messages quote the text, whose values may be of any length. */
const MAX_MESSAGE_LENGTH = 400;

/** The problems of one text, each place and message once: shared parts are read once per use. @internal */
export class ProblemLog {
  readonly #problems = new Map<string, Problem>();
  #errorCount = 0;

  add(place: Place, { severity = 'error', ...fault }: Fault): void {
    const message = inOneLine(fault.message);
    const key = `${place.line}:${place.column}:${fault.code}:${message}`;
    if (this.#problems.has(key)) return;
    if (severity === 'error') this.#errorCount += 1;
    if (this.#problems.size >= MAX_PROBLEMS) return;
    this.#problems.set(key, { ...fault, ...place, severity, message });
  }

  get errorCount(): number {
    return this.#errorCount;
  }

  /** In the order of the text. */
  sorted(): readonly Problem[] {
    return [...this.#problems.values()].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    );
  }
}

function inOneLine(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > MAX_MESSAGE_LENGTH
    ? `${line.slice(0, MAX_MESSAGE_LENGTH)}…`
    : line;
}
