import type {
  EventType,
  Payload,
  PayloadRef,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { createdEntry } from '../store/createdEntry';
import type {
  Instance,
  InstanceStore,
  LogEntry,
  NewInstance,
} from '../store/InstanceStore';
import { decodeStart, hashesIn, type ReplayStart } from './ReplayStart';

/** Members of entries whose values a replay needs: what the run was given, by its activities, by events, and by people. */
const NEEDED = ['input', 'response', 'event', 'output'] as const;

/** The entries that have them. */
const NEEDED_OF: ReadonlySet<EventType> = new Set<EventType>([
  'instance.created',
  'instance.retried',
  'task.acted',
  'call.completed',
  'event.received',
]);

/** An instance's log from where a replay begins, and JSON text by hash of the values kept apart that the replay needs. */
export interface Recording {
  /** What came before; absent when the log begins with its first entry. */
  readonly start?: ReplayStart;
  readonly entries: readonly LogEntry[];
  readonly payloadTexts: ReadonlyMap<string, string>;
}

/** The recording of an instance that has just been accepted. */
export function newRecording(instance: NewInstance): Recording {
  const texts = instance.payloads.map(
    ({ sha256, text }) => [sha256, text] as const,
  );
  return {
    entries: [createdEntry(instance)],
    payloadTexts: new Map(texts),
  };
}

/** An instance's log from its last checkpoint on, and the values kept apart that a replay of it needs. */
export async function loadRecording(
  store: Pick<InstanceStore, 'loadLog' | 'loadPayloads'>,
  {
    id,
    input,
    checkpointSeq,
  }: Pick<Instance, 'id' | 'input' | 'checkpointSeq'>,
): Promise<Recording> {
  const load = (hashes: readonly string[]) =>
    hashes.length === 0
      ? new Map<string, string>()
      : store.loadPayloads(id, [...new Set(hashes)]);
  const entries = fromCheckpoint(await store.loadLog(id, checkpointSeq));
  const state = stateOf(entries);
  const states = await load(state ? [state.sha256] : []);
  const others = await load([
    ...hashOf(input),
    ...entries.filter(isNeeded).flatMap(hashesOf),
    ...(state ? hashesIn(state, states) : []),
  ]);
  return recordingOf(entries, new Map([...states, ...others]));
}

/** @param payloadTexts - JSON text of values kept apart, by hash */
export function recordingOf(
  log: readonly LogEntry[],
  payloadTexts: ReadonlyMap<string, string>,
): Recording {
  const entries = fromCheckpoint(log);
  const state = stateOf(entries);
  const start = state && decodeStart(state, payloadTexts);
  return { entries, payloadTexts, ...(start && { start }) };
}

/** Of a log that was read while it grew, what follows its last checkpoint. */
function fromCheckpoint(log: readonly LogEntry[]): readonly LogEntry[] {
  return log.slice(Math.max(0, log.findLastIndex(isCheckpoint)));
}

/** Where a log that begins with a checkpoint says that the run stands. */
function stateOf([first]: readonly LogEntry[]): PayloadRef | undefined {
  if (first === undefined || !isCheckpoint(first)) return undefined;
  return first.data.state as PayloadRef;
}

function isCheckpoint({ type }: LogEntry): boolean {
  return type === 'instance.checkpointed';
}

function hashesOf({ data }: LogEntry): readonly string[] {
  return NEEDED.flatMap(name => hashOf(data[name] as Payload | undefined));
}

function hashOf(payload: Payload | undefined): readonly string[] {
  return payload && 'sha256' in payload ? [payload.sha256] : [];
}

function isNeeded({ type }: LogEntry): boolean {
  return NEEDED_OF.has(type);
}
