import type { Checkpoint, RunPlace } from './Checkpoint';
import type { Resumable } from './Resumable';
import type { Routine } from './routine';
import type { Run } from './Run';

/** The behaviour from which on a run makes checkpoints. */
export const CHECKPOINTS_SINCE = 3;

/**
 * Between two tasks: when so much was recorded that a checkpoint is of use, the run notes where it stands and goes on from what it
 * has noted, as each replay will. Does not return then.
 */
export function* takeCheckpoint<Place>(
  run: Run,
  { whole }: Resumable<Place>,
  place: Place,
): Routine<void> {
  if (!whole || run.isSuspended || run.behaviour < CHECKPOINTS_SINCE) return;
  const noted = run.host.checkpoint?.(() =>
    checkpointOf(run, run.isUnwinding() ? undefined : whole(place)),
  );
  if (noted) yield { kind: 'restart', branch: () => run.goOnFrom(noted) };
}

function checkpointOf(
  run: Run,
  place: RunPlace | undefined,
): Checkpoint | undefined {
  if (!place) return undefined;
  const { now, input, context, documents, status } = run;
  const { tasksSinceSettlement } = run;
  return {
    ...{ now, input, context, status, tasksSinceSettlement, place },
    documents: [...documents],
  };
}

/** Makes the run what it was at the checkpoint. */
export function restore(run: Run, noted: Checkpoint): void {
  run.now = noted.now;
  run.input = noted.input;
  run.context = noted.context;
  run.status = noted.status;
  run.tasksSinceSettlement = noted.tasksSinceSettlement;
  run.tasksBegun = 0;
  noted.documents.forEach(([uri, value]) => run.documents.set(uri, value));
}
