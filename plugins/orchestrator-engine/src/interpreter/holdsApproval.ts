import {
  isApproval,
  type CallFunctionTask,
  type Task,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** Whether the task, or one inside it, asks people by itself; what functions and workflows that it calls do is not seen. */
export function holdsApproval(task: Task): boolean {
  return holds(task);
}

function holds(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return asks(part) || Object.values(part).some(holds);
}

function asks(part: object): boolean {
  return (
    'call' in part &&
    'function' in part &&
    isApproval(part.function as CallFunctionTask['function'])
  );
}
