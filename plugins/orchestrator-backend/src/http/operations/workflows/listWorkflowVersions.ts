import { nextOffset, readOffset } from '../../search/offsetCursor';
import type { Operation } from '../../Operation';

const DEFAULT_LIMIT = 50;

/** Lists the definitions that a workflow has had. */
export const listWorkflowVersions: Operation<'listWorkflowVersions'> =
  ({ definitions, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { cursor } = req.query;
    const limit = Number(req.query.limit ?? DEFAULT_LIMIT);
    const offset = readOffset(cursor);
    const caller = await callerOf(req);
    const current = await definitions.get({ workflowId }, caller);
    const found = await definitions.listVersions(
      { workflowId, offset, limit: limit + 1 },
      caller,
    );
    res.json({
      items: found.slice(0, limit).map(one => ({
        version: one.version,
        hash: one.hash,
        current: one.hash === current.hash,
        valid: one.isValid,
        loadedAt: new Date(one.loadedAt).toISOString(),
      })),
      next: nextOffset(found, offset, limit),
    });
  };
