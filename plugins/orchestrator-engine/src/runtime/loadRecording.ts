import type { Payload } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceStore, LogEntry } from '../store/InstanceStore';

/** Members of entries whose values a replay needs: what the run was given, and what its activities answered. */
const NEEDED = ['input', 'response'] as const;

/** An instance's log, and the values kept apart that a replay of it needs. */
export async function loadRecording(
  store: InstanceStore,
  instanceId: string,
): Promise<{
  readonly entries: readonly LogEntry[];
  readonly payloadTexts: ReadonlyMap<string, string>;
}> {
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
  return type === 'instance.created' || type === 'call.completed';
}
