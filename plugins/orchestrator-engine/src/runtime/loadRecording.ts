import type {
  EventType,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { createdEntry } from '../store/createdEntry';
import type {
  InstanceStore,
  LogEntry,
  NewInstance,
} from '../store/InstanceStore';

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

/** An instance's log, and JSON text by hash of the values kept apart that a replay of it needs. */
export interface Recording {
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

/** An instance's log, and the values kept apart that a replay of it needs. */
export async function loadRecording(
  store: InstanceStore,
  instanceId: string,
): Promise<Recording> {
  const entries = await store.loadLog(instanceId);
  const hashes = entries
    .filter(isNeeded)
    .flatMap(({ data }) =>
      NEEDED.map(name => data[name] as Payload | undefined).flatMap(payload =>
        payload && 'sha256' in payload ? [payload.sha256] : [],
      ),
    );
  const payloadTexts =
    hashes.length === 0
      ? new Map<string, string>()
      : await store.loadPayloads(instanceId, [...new Set(hashes)]);
  return { entries, payloadTexts };
}

function isNeeded({ type }: LogEntry): boolean {
  return NEEDED_OF.has(type);
}
