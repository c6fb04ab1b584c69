import type { Operation } from '../../Operation';
import { presentLogLine, typesOfLevel } from '../../present/presentLogLine';

const DEFAULT_LIMIT = 100;

/** Tells what a run has to say to people. */
export const getInstanceLogs: Operation<'getInstanceLogs'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const { task, attempt, level = 'info', wait = 0 } = req.query;
    const after = Number(req.query.after ?? 0);
    const caller = await callerOf(req);
    const { epoch } = await instances.get(instanceId, caller);
    const page = await instances.readHistory(
      {
        instanceId,
        after: `${epoch}.${after}`,
        filter: {
          task,
          attempt: attempt && Number(attempt),
          types: typesOfLevel(level),
        },
        order: 'asc',
        limit: Number(req.query.limit ?? DEFAULT_LIMIT),
        waitMs: Number(wait) * 1000,
      },
      caller,
    );
    const items = page.items.map(presentLogLine);
    res.json({ items, next: items.at(-1)?.offset ?? after });
  };
