import { answeredOnce } from '../answeredOnce';
import { presentTrigger } from '../../present/presentTrigger';

/** Resumes a paused trigger. */
export const resumeTrigger = answeredOnce<'resumeTrigger'>(
  ({ triggers, callerOf }) =>
    async (req, res) => {
      const { triggerId } = req.params;
      const trigger = await triggers.pause(
        { triggerId, isPaused: false },
        await callerOf(req),
      );
      res.json(presentTrigger(trigger));
    },
);
