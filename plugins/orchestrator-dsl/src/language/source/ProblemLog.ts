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

/** The problems of one text, each place and message once: shared parts are read once per use. @internal */
export class ProblemLog {
  readonly #problems = new Map<string, Problem>();
  #errorCount = 0;

  add(place: Place, { severity = 'error', ...fault }: Fault): void {
    const message = fault.message.replace(/\s+/g, ' ').trim();
    const key = `${place.line}:${place.column}:${fault.code}:${message}`;
    if (this.#problems.has(key)) return;
    this.#problems.set(key, { ...fault, ...place, severity, message });
    if (severity === 'error') this.#errorCount += 1;
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
