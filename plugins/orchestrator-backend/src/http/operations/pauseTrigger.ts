import type { Operation } from '../Operation';
import { presentTrigger } from '../present/presentTrigger';

/** Pauses a trigger. */
export const pauseTrigger: Operation<'pauseTrigger'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { triggerId } = req.params;
    const trigger = await service.pauseTrigger(
      { triggerId, isPaused: true },
      await callerOf(req),
    );
    res.json(presentTrigger(trigger));
  };
