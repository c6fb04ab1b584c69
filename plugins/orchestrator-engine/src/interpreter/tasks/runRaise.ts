import type {
  Json,
  RaiseTask,
  Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from '../expressions';
import type { Routine } from '../routine';
import type { BodyResult, Evaluation, TaskRun } from '../Run';
import { standardError, WorkflowError } from '../WorkflowError';

/** DSL reference, "Raise". */
// eslint-disable-next-line require-yield
export function* runRaise(
  { error, pointer }: RaiseTask,
  { on }: TaskRun,
): Routine<BodyResult> {
  const status = Number(fill(error.status, on));
  if (!Number.isInteger(status)) {
    throw standardError(
      'configuration',
      'The status of a raised error must be a whole number',
    );
  }
  throw new WorkflowError({
    type: textOf(error.type, on) ?? 'about:blank',
    status,
    title: textOf(error.title, on),
    detail: textOf(error.detail, on),
    instance: textOf(error.instance, on) ?? pointer,
  });
}

function textOf(template: Template | undefined, on: Evaluation) {
  if (template === undefined) return undefined;
  const value: Json = fill(template, on);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
