import { readCursor } from '../../search/cursor';
import { pageOf, pageSizeOf } from '../../search/paging';
import type { Operation } from '../../Operation';
import {
  jobOutcomesOf,
  presentJob,
  presentJobItem,
} from '../../present/presentJob';

/** Tells what has become of a job, and of the instances that it is about. */
export const getJob: Operation<'getJob'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const { jobId } = req.params;
    const { outcome, cursor } = req.query;
    const pageSize = pageSizeOf(req.query);
    const caller = await callerOf(req);
    const job = await jobs.get(jobId, caller);
    const found = await jobs.items(
      {
        jobId,
        outcomes: outcome?.flatMap(jobOutcomesOf),
        afterPosition: readCursor(cursor, isItemPlace)?.position ?? 0,
        limit: pageSize + 1,
      },
      caller,
    );
    const { items, next } = pageOf(found, pageSize, placeOf);
    res.json({
      ...presentJob(job),
      items: items.map(presentJobItem),
      next,
    });
  };

interface ItemPlace {
  readonly position: number;
}

function isItemPlace(value: object): value is ItemPlace {
  return 'position' in value && Number.isSafeInteger(value.position);
}

function placeOf({ position }: ItemPlace): ItemPlace {
  return { position };
}
