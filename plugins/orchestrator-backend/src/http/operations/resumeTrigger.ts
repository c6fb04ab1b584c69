import { answeredOnce } from '../answeredOnce';
import { presentTrigger } from '../present/presentTrigger';

/** Resumes a paused trigger. */
export const resumeTrigger = answeredOnce<'resumeTrigger'>(
  ({ service, callerOf }) =>
    async (req, res) => {
      const { triggerId } = req.params;
      const trigger = await service.pauseTrigger(
        { triggerId, isPaused: false },
        await callerOf(req),
      );
      res.json(presentTrigger(trigger));
    },
);
