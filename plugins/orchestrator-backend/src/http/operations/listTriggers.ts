import type { Operation } from '../Operation';
import { presentTrigger } from '../present/presentTrigger';

/** Lists what starts workflows by itself. */
export const listTriggers: Operation<'listTriggers'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.query;
    const caller = await callerOf(req);
    const triggers = await service.listTriggers({ workflowId }, caller);
    res.json({ items: triggers.map(presentTrigger) });
  };
