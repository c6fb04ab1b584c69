import type { JobPlace } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Operation } from '../../Operation';
import { presentJob } from '../../present/presentJob';
import { isPlaceBy, readCursor } from '../../search/cursor';
import { pageOf, pageSizeOf } from '../../search/paging';

const isPlace = isPlaceBy<JobPlace>('createdAt', 'id');

/** Lists jobs. */
export const listJobs: Operation<'listJobs'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const pageSize = pageSizeOf(req.query);
    const after = readCursor(req.query.cursor, isPlace);
    const found = await jobs.list(
      { after, limit: pageSize + 1 },
      await callerOf(req),
    );
    const { items, next } = pageOf(found, pageSize, placeOf);
    res.json({ items: items.map(presentJob), next });
  };

function placeOf({ createdAt, id }: JobPlace): JobPlace {
  return { createdAt, id };
}
