import type { OrchestratorEvent, TaskRef } from '../events';
import { changed } from './changed';
import { instanceChange } from './instanceChange';
import {
  emptyInstance,
  type InstanceState,
  type TaskState,
} from './InstanceState';
import { running, taskChange } from './taskChange';
import { tryKeysAround } from './tryKeysAround';

/** The accumulator of one fold: copies the task list at most once and finds tasks by key. */
class Fold {
  #state: InstanceState;
  #tasks: TaskState[] | undefined;
  #indexByKey: Map<string, number> | undefined;

  constructor(state: InstanceState) {
    this.#state = state;
  }

  get state(): InstanceState {
    return this.#state;
  }

  apply(event: OrchestratorEvent) {
    if (event.seq <= this.#state.seq) return;
    if (event.task) {
      this.#applyToTask(event.task, event);
    }
    if (event.type === 'instance.retried') {
      event.data.rerun.forEach(key => this.#passGate(key));
    }
    this.#state = changed(this.#state, {
      ...instanceChange(event, this.#state),
      id: event.instanceId,
      workflow: event.workflow,
      seq: event.seq,
      epoch: epochOf(event.id),
      ...(this.#tasks && { tasks: this.#tasks }),
    });
  }

  #applyToTask(task: TaskRef, event: OrchestratorEvent) {
    if (event.type === 'task.started') {
      tryKeysAround(task).forEach(key => this.#resume(key));
    }
    const before = this.#find(task.runId);
    const change = taskChange(event, before ?? firstSeen(task));
    if (change) this.#put(changed(before ?? firstSeen(task), change));
  }

  /** A task that backs off runs again as soon as something of its body does. */
  #resume(key: string) {
    const task = this.#find(key);
    if (task?.status === 'retrying') this.#put(changed(task, running));
  }

  /** Its error is decided on; whatever runs instead has a key of its own. */
  #passGate(key: string) {
    const task = this.#find(key);
    if (task?.canRetry) this.#put(changed(task, { canRetry: undefined }));
  }

  #find(key: string): TaskState | undefined {
    const index = this.#index().get(key);
    return index === undefined ? undefined : this.#list()[index];
  }

  #put(task: TaskState) {
    this.#tasks ??= [...this.#state.tasks];
    const index = this.#index().get(task.key) ?? this.#tasks.length;
    this.#tasks[index] = task;
    this.#index().set(task.key, index);
  }

  #list(): readonly TaskState[] {
    return this.#tasks ?? this.#state.tasks;
  }

  #index(): Map<string, number> {
    this.#indexByKey ??= new Map(
      this.#list().map((task, index) => [task.key, index]),
    );
    return this.#indexByKey;
  }
}

/**
 * The state after one more event. Never changes `state`; what the event does not touch stays the same object.
 *
 * An event with `seq ≤ state.seq` changes nothing, an event of an unknown type only advances `seq`.
 *
 * @public
 */
export function foldInstance(
  state: InstanceState,
  event: OrchestratorEvent,
): InstanceState {
  return foldEvents([event], state);
}

/**
 * The state after many events, the same as folding them one by one but linear in their number.
 *
 * @param events - in the order of their `seq`
 * @param from - where to begin; the empty instance of the first event when left out
 * @throws TypeError when there is neither an event nor a state to begin with
 * @public
 */
export function foldEvents(
  events: Iterable<OrchestratorEvent>,
  from?: InstanceState,
): InstanceState {
  let fold = from && new Fold(from);
  for (const event of events) {
    fold ??= new Fold(emptyInstance(event.instanceId));
    fold.apply(event);
  }
  if (!fold) {
    throw new TypeError('There is nothing to fold: no event and no state');
  }
  return fold.state;
}

function firstSeen(task: TaskRef): TaskState {
  const { runId: key, ref, name, iteration, attempt } = task;
  return changed<TaskState>(
    { key, ref, name, status: 'pending', retries: [] },
    { iteration, attempt },
  );
}

function epochOf(eventId: string): string {
  return eventId.slice(0, eventId.lastIndexOf('.'));
}
