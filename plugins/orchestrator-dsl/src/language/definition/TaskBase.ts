import type {
  ExportDefinition,
  InputDefinition,
  OutputDefinition,
} from './dataFlow';
import type { Duration, Expression, FlowDirective, Json } from './values';

/** What every task has. @public */
export interface TaskBase {
  readonly name: string;
  /** JSON pointer of the task in the definition, e.g. `/do/2/guard/try/0/dropDb`. */
  readonly pointer: string;
  readonly if?: Expression;
  readonly input?: InputDefinition;
  readonly output?: OutputDefinition;
  readonly export?: ExportDefinition;
  readonly timeout?: Duration;
  readonly then: FlowDirective;
  readonly metadata?: { readonly [key: string]: Json };
}
