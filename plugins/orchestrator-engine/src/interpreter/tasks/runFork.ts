import type { ForkTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { BranchPlace, ForkPlace, TaskPlace } from '../Checkpoint';
import { PlaceLostError, sinceEverywhere, type Resumable } from '../Resumable';
import { all, first, type Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { runTask, type TaskResult } from '../runTask';

/** All branches side by side, or the first of those that compete (DSL reference, "Fork"). */
export function* runFork(
  task: ForkTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  const places = new BranchPlaces(task, taskRun);
  const branches = task.branches.map(
    (_, index) => () => runBranch(task, taskRun, { places, index }),
  );
  try {
    if (task.compete) {
      const { value } = yield* first(branches);
      return { output: value.output, then: endOf([value]) };
    }
    const results = yield* all(branches);
    return { output: results.map(r => r.output), then: endOf(results) };
  } finally {
    // That all have ended was noted last: an enclosing branch does not wait any more.
    taskRun.body.waits?.(undefined);
  }
}

function* runBranch(
  { branches }: ForkTask,
  { run, scope, input }: TaskRun,
  { places, index }: { readonly places: BranchPlaces; readonly index: number },
): Routine<BranchResult> {
  const ended = places.endOf(index);
  if (ended) return ended;
  const part = places.partOf(index);
  const result = yield* runTask(run, branches[index], scope, input, part);
  const { output, then } = result;
  places.stands(index, { output, isEnd: then.kind === 'end' });
  return result;
}

/** A branch that says `end` ends the workflow once all have ended. */
function endOf(results: readonly BranchResult[]): BodyResult['then'] {
  return results.find(({ then }) => then?.kind === 'end')?.then;
}

type BranchResult = Pick<TaskResult, 'output'> & Pick<BodyResult, 'then'>;

/** Where the branches of a `fork` stand, as far as that can be noted. */
class BranchPlaces {
  readonly #fork: Resumable<ForkPlace>;
  readonly #branches: (BranchPlace | undefined)[];

  /** @throws {@link PlaceLostError} */
  constructor({ branches, pointer }: ForkTask, { run, body }: TaskRun) {
    const { from } = body;
    const begun = from?.kind === 'fork' ? from : undefined;
    const { whole, waits } = sinceEverywhere(run, body);
    this.#fork = { from: begun, whole, waits };
    this.#branches = branches.map(() => undefined);
    if (begun && begun.branches.length !== branches.length) {
      const why = 'which has other branches in this definition';
      throw new PlaceLostError(pointer, why);
    }
    begun?.branches.forEach((branch, index) => {
      if (!('task' in branch)) this.#branches[index] = branch;
    });
  }

  /** What a branch has given that had ended before the checkpoint. */
  endOf(index: number): BranchResult | undefined {
    const branch = this.#fork.from?.branches[index];
    if (!branch || 'task' in branch) return undefined;
    const { output, isEnd } = branch;
    return isEnd ? { output, then: { kind: 'end' } } : { output };
  }

  /** How the task of a branch stands to checkpoints. */
  partOf(index: number): Resumable<TaskPlace> {
    const { from, whole } = this.#fork;
    const begun = from?.branches[index];
    return {
      from: begun && 'task' in begun ? begun.task : undefined,
      ...(whole && {
        whole: task => {
          const fork = this.#with(index, { task });
          return fork && whole(fork);
        },
        waits: task => this.stands(index, task && { task }),
      }),
    };
  }

  /** A branch has ended, or waits there; or it goes on. */
  stands(index: number, branch: BranchPlace | undefined): void {
    this.#branches[index] = branch;
    this.#fork.waits?.(this.#with(index, branch));
  }

  #with(index: number, branch: BranchPlace | undefined): ForkPlace | undefined {
    const branches = this.#branches.with(index, branch);
    return branches.every(isNoted) ? { kind: 'fork', branches } : undefined;
  }
}

function isNoted(branch: BranchPlace | undefined): branch is BranchPlace {
  return branch !== undefined;
}
