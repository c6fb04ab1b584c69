import type { Operation } from '../../Operation';
import { presentTrigger } from '../../present/presentTrigger';

/** Tells of one trigger. */
export const getTrigger: Operation<'getTrigger'> =
  ({ triggers, callerOf }) =>
  async (req, res) => {
    const { triggerId } = req.params;
    res.json(
      presentTrigger(await triggers.get(triggerId, await callerOf(req))),
    );
  };
