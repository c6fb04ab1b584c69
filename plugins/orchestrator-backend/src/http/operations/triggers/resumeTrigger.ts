import { presentTrigger } from '../../present/presentTrigger';
import { answeredOnce } from '../answeredOnce';

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
