import type {
  ExpressionEvaluator,
  Json,
  WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { DurableHost, RunStart } from './DurableHost';

/** What `$runtime` holds (DSL reference, "Runtime expression arguments"). @public */
export interface RuntimeInfo {
  readonly name: string;
  readonly version: string;
  readonly metadata: { readonly [key: string]: Json };
}

/** What every part of the interpretation of one instance shares. */
export interface Run {
  readonly definition: WorkflowDefinition;
  readonly host: DurableHost;
  readonly expressions: ExpressionEvaluator;
  readonly runtime: RuntimeInfo;
  readonly start: RunStart;
  /** The workflow's input after `input.from`: `$input` of its top level. */
  input: Json;
  /** `$context`: what tasks have exported; the last writer wins. */
  context: Json;
  /**
   * Time as the run knows it: that of the settlement being handled. It stands still while tasks compute, so a replay sees
   * the same time. Milliseconds since the epoch.
   */
  now: number;
}
