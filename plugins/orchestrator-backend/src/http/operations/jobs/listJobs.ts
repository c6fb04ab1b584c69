import type { JobPlace } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { isInstancePlace } from '../../search/readInstanceList';
import { readCursor, writeCursor } from '../../search/cursor';
import type { Operation } from '../../Operation';
import { presentJob } from '../../present/presentJob';

const DEFAULT_LIMIT = 50;

/** Lists jobs. */
export const listJobs: Operation<'listJobs'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const pageSize = Number(req.query.limit ?? DEFAULT_LIMIT);
    const after = readCursor<JobPlace>(req.query.cursor, isInstancePlace);
    const found = await jobs.list(
      { after, limit: pageSize + 1 },
      await callerOf(req),
    );
    res.json({
      items: found.slice(0, pageSize).map(presentJob),
      next: nextJobs(found, pageSize),
    });
  };

function nextJobs(
  found: readonly JobPlace[],
  pageSize: number,
): string | undefined {
  if (found.length <= pageSize) return undefined;
  const { createdAt, id } = found[pageSize - 1];
  return writeCursor({ createdAt, id });
}
