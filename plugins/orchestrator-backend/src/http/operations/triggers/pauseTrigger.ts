import { presentTrigger } from '../../present/presentTrigger';
import { answeredOnce } from '../answeredOnce';

/** Pauses a trigger. */
export const pauseTrigger = answeredOnce<'pauseTrigger'>(
  ({ triggers, callerOf }) =>
    async (req, res) => {
      const { triggerId } = req.params;
      const trigger = await triggers.pause(
        { triggerId, isPaused: true },
        await callerOf(req),
      );
      res.json(presentTrigger(trigger));
    },
);
