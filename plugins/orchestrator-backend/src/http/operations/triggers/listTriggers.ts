import type { Operation } from '../../Operation';
import { presentTrigger } from '../../present/presentTrigger';

/** Lists what starts workflows by itself. */
export const listTriggers: Operation<'listTriggers'> =
  ({ triggers, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.query;
    const caller = await callerOf(req);
    const found = await triggers.list({ workflowId }, caller);
    res.json({ items: found.map(presentTrigger) });
  };
