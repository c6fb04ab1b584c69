import { readCursor, writeCursor } from '../../search/cursor';
import type { Operation } from '../../Operation';
import {
  jobOutcomesOf,
  presentJob,
  presentJobItem,
} from '../../present/presentJob';

const DEFAULT_LIMIT = 50;

/** Tells what has become of a job, and of the instances that it is about. */
export const getJob: Operation<'getJob'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const { jobId } = req.params;
    const { outcome, cursor, limit = DEFAULT_LIMIT } = req.query;
    const pageSize = Number(limit);
    const caller = await callerOf(req);
    const job = await jobs.get(jobId, caller);
    const items = await jobs.items(
      {
        jobId,
        outcomes: outcome?.flatMap(jobOutcomesOf),
        afterPosition: readCursor(cursor, isItemPlace)?.position ?? 0,
        limit: pageSize + 1,
      },
      caller,
    );
    const page = items.slice(0, pageSize);
    res.json({
      ...presentJob(job),
      items: page.map(presentJobItem),
      next: items.length > pageSize ? cursorAfter(page.at(-1)) : undefined,
    });
  };

interface ItemPlace {
  readonly position: number;
}

function isItemPlace(value: object): value is ItemPlace {
  return 'position' in value && Number.isSafeInteger(value.position);
}

function cursorAfter(item: ItemPlace | undefined): string | undefined {
  return item && writeCursor({ position: item.position });
}
