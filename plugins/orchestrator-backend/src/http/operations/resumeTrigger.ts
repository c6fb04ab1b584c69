import type { Operation } from '../Operation';
import { presentTrigger } from '../present/presentTrigger';

/** Resumes a paused trigger. */
export const resumeTrigger: Operation<'resumeTrigger'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { triggerId } = req.params;
    const trigger = await service.pauseTrigger(
      { triggerId, isPaused: false },
      await callerOf(req),
    );
    res.json(presentTrigger(trigger));
  };
