import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { EffectPlace } from '../Checkpoint';
import type { Effect } from '../DurableHost';
import { perform, type Routine } from '../routine';
import type { TaskRun } from '../Run';
import { asOf, momentOf, waitingAt } from '../waitingAt';

/**
 * Waits for the only effect of a task, so that a checkpoint can be made elsewhere meanwhile.
 *
 * @param effect - says what the task asks for
 */
export function* performOnly(
  kind: EffectPlace['kind'],
  { run, body }: TaskRun,
  effect: () => Effect,
): Routine<Json> {
  const [asked, moment] = asOf(
    run,
    body.from,
    () => [effect(), momentOf(run)] as const,
  );
  const place = () => ({ kind, ...moment });
  return yield* waitingAt(body, place, () => perform(asked));
}
