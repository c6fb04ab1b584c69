import { answeredOnce } from '../answeredOnce';
import { presentTrigger } from '../present/presentTrigger';

/** Pauses a trigger. */
export const pauseTrigger = answeredOnce<'pauseTrigger'>(
  ({ service, callerOf }) =>
    async (req, res) => {
      const { triggerId } = req.params;
      const trigger = await service.pauseTrigger(
        { triggerId, isPaused: true },
        await callerOf(req),
      );
      res.json(presentTrigger(trigger));
    },
);
