import { readCursor } from '../../search/cursor';
import { pageOf, pageSizeOf } from '../../search/paging';
import type { Operation } from '../../Operation';

/** Lists the definitions that a workflow has had. */
export const listWorkflowVersions: Operation<'listWorkflowVersions'> =
  ({ definitions, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { cursor } = req.query;
    const pageSize = pageSizeOf(req.query);
    const { offset = 0 } = readCursor(cursor, isOffset) ?? {};
    const caller = await callerOf(req);
    const current = await definitions.get({ workflowId }, caller);
    const found = await definitions.listVersions(
      { workflowId, offset, limit: pageSize + 1 },
      caller,
    );
    const { items, next } = pageOf(found, pageSize, () => ({
      offset: offset + pageSize,
    }));
    res.json({
      items: items.map(one => ({
        version: one.version,
        hash: one.hash,
        current: one.hash === current.hash,
        valid: one.isValid,
        loadedAt: new Date(one.loadedAt).toISOString(),
      })),
      next,
    });
  };

/** The place in a list that only grows at its beginning. */
interface OffsetPlace {
  readonly offset: number;
}

function isOffset(value: object): value is OffsetPlace {
  return (
    'offset' in value &&
    Number.isSafeInteger(value.offset) &&
    Number(value.offset) >= 0
  );
}
