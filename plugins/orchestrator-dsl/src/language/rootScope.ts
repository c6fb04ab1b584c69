import type { ExpressionEvaluator } from '../expressions/ExpressionEvaluator';
import type { Capabilities } from './Capabilities';
import { createTaskListParser } from './createTaskListParser';
import { RUNTIME_ARGUMENTS, type ParseScope } from './ParseScope';
import { NO_COMPONENTS } from './parseUse';
import type { ProblemLog } from './source/ProblemLog';

/** What is visible around a definition or a function: what is given at run time. @internal */
export function rootScope(
  log: ProblemLog,
  {
    expressions,
    capabilities = {},
  }: {
    readonly expressions?: ExpressionEvaluator;
    readonly capabilities?: Capabilities;
  },
): ParseScope {
  return {
    evaluator: expressions,
    variables: RUNTIME_ARGUMENTS.workflow,
    components: NO_COMPONENTS,
    capabilities,
    siblings: { kind: 'function' },
    depth: 0,
    parseTasks: createTaskListParser(log),
  };
}
