import {
  emptyInstance,
  foldEvents,
  isTerminal,
  type InstanceState,
  type TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Instance, LogEntry } from '../../store/InstanceStore';
import type { LogTrimStore } from '../../store/LogTrimStore';
import { presentEvent } from '../presentEvent';

/** Instances looked at together. */
const INSTANCES = 20;

/** Entries of one instance deleted together; more where a step has several, for steps are deleted whole. */
const ENTRIES = 1_000;

/** Deletes entries that are old and that no replay needs any more, and keeps in sum what they have told (L2). @public */
export class LogTrimmer {
  constructor(private readonly store: LogTrimStore) {}

  /**
   * @param before - entries from this time on are kept, milliseconds since the epoch
   * @returns how many entries were deleted, and whether there may be more to delete
   */
  async trim(
    before: number,
  ): Promise<{ readonly count: number; readonly hasMore: boolean }> {
    const batch = { before, limit: INSTANCES };
    const instances = await this.store.trimmable(batch);
    let count = 0;
    let hasMore = instances.length === INSTANCES;
    for (const instance of instances) {
      const trimmed = await this.#trimOne(instance, before);
      count += trimmed;
      hasMore ||= trimmed >= ENTRIES;
    }
    return { count, hasMore };
  }

  async #trimOne(instance: Instance, before: number): Promise<number> {
    const batch = { before, limit: ENTRIES };
    const entries = await this.store.trimmableEntries(instance, batch);
    if (entries.length === 0) return 0;
    const base = await this.store.logBase(instance.id);
    const state = summed(instance, entries, base?.state);
    const { id: instanceId } = instance;
    const trim = { instanceId, entries, base: { state } };
    return (await this.store.trim(trim)) ? entries.length : 0;
  }
}

/** What entries have told, after those that were deleted before. */
function summed(
  instance: Instance,
  entries: readonly LogEntry[],
  before = emptyInstance(instance.id),
): InstanceState {
  const events = entries.map(entry => presentEvent(instance, entry));
  const state = foldEvents(events, before);
  return { ...state, tasks: latestOf(state.tasks) };
}

/** Tasks that have not ended, and of each other one its latest execution. */
function latestOf(tasks: readonly TaskState[]): readonly TaskState[] {
  const latest = new Map(tasks.map(task => [task.ref, task.key]));
  return tasks.filter(
    ({ key, ref, status }) => latest.get(ref) === key || !hasEnded(status),
  );
}

function hasEnded(status: TaskState['status']): boolean {
  return status === 'skipped' || isTerminal(status);
}
