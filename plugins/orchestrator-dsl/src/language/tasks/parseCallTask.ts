import { requireCapability } from '../requireCapability';
import { CALL_KINDS } from './callKinds';
import { parseCallA2aTask } from './parseCallA2aTask';
import { parseCallAsyncApiTask } from './parseCallAsyncApiTask';
import { parseCallFunctionTask } from './parseCallFunctionTask';
import { parseCallGrpcTask } from './parseCallGrpcTask';
import { parseCallHttpTask } from './parseCallHttpTask';
import { parseCallMcpTask } from './parseCallMcpTask';
import { parseCallOpenApiTask } from './parseCallOpenApiTask';
import type { TaskParser } from './TaskParser';

/** Who reads which `call`; any other is of a function. */
const CALL_PARSERS: {
  readonly [kind in (typeof CALL_KINDS)[number]]: TaskParser;
} = {
  a2a: parseCallA2aTask,
  asyncapi: parseCallAsyncApiTask,
  grpc: parseCallGrpcTask,
  http: parseCallHttpTask,
  mcp: parseCallMcpTask,
  openapi: parseCallOpenApiTask,
};

/** DSL reference, "Call". @internal */
export const parseCallTask: TaskParser = (task, base, scope) => {
  const called = task.node.member('call')?.json;
  const kind = CALL_KINDS.find(candidate => candidate === called);
  if (!kind) return parseCallFunctionTask(task, base, scope);
  task.optional('call', node =>
    requireCapability(node, `\`call: ${kind}\``, kind, {
      available: scope.capabilities.calls,
    }),
  );
  return CALL_PARSERS[kind](task, base, scope);
};
