import type { SwitchTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { holds } from '../expressions';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';

/** The first case that holds, else the default, else the task's own `then` (DSL reference, "Switch"). */
// eslint-disable-next-line require-yield
export function* runSwitch(
  task: SwitchTask,
  { on, input }: TaskRun,
): Routine<BodyResult> {
  const matching = task.switch.find(
    ({ when }) => when !== undefined && holds(when, on),
  );
  const chosen = matching ?? task.switch.find(({ when }) => when === undefined);
  return { output: input, then: chosen?.then };
}
