import type {
  DatabaseVersion,
  InstanceReader,
  WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { ReadinessReport } from '@stagecraft/backstage-plugin-orchestrator-node';

/** How long the database may take to answer. */
const TIMEOUT_MS = 3_000;

/**
 * Whether the orchestrator can do its work: it can when its database answers, has been migrated by no newer version, and instances
 * are being run. Never rejects.
 */
export async function checkHealth(engine: {
  readonly reader: InstanceReader;
  readonly runtime: Pick<WorkflowRuntime, 'obstacle'>;
  readonly version: Pick<DatabaseVersion, 'obstacle'>;
}): Promise<ReadinessReport> {
  try {
    const openInstances = await withinTime(countOpen(engine.reader));
    const reason = await engine.version.obstacle();
    if (reason !== undefined) {
      return { isReady: false, details: { store: 'outdated', reason } };
    }
    const obstacle = engine.runtime.obstacle();
    const worker =
      obstacle === undefined
        ? { worker: 'running' }
        : { worker: 'not running', reason: obstacle };
    return {
      isReady: obstacle === undefined,
      details: { store: 'ok', ...worker, openInstances },
    };
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
