import type { InstanceReader } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { ReadinessReport } from '@stagecraft/backstage-plugin-orchestrator-node';

/** How long the database may take to answer. */
const TIMEOUT_MS = 3_000;

/** Whether the orchestrator can do its work: it can when its database answers. Never rejects. */
export async function checkHealth(
  reader: InstanceReader,
): Promise<ReadinessReport> {
  try {
    const openInstances = await withinTime(countOpen(reader));
    return { isReady: true, details: { store: 'ok', openInstances } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { isReady: false, details: { store: 'unavailable', reason } };
  }
}

function countOpen(reader: InstanceReader): Promise<number> {
  return reader.count({
    kind: 'in',
    field: 'status',
    values: ['pending', 'running', 'waiting', 'retrying'],
  });
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new Error(`The database did not answer in ${TIMEOUT_MS} ms`)),
      TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
