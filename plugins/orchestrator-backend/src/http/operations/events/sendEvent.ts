import { readCloudEvent } from '../../requests/readCloudEvent';
import { answeredOnce } from '../answeredOnce';

/** Sends an event to one instance. */
export const sendEvent = answeredOnce<'sendEvent'>(
  ({ events, callerOf }) =>
    async (req, res) => {
      const { instanceId } = req.params;
      const event = readCloudEvent(req);
      const { isDuplicate } = await events.send(
        { instanceId, event },
        await callerOf(req),
      );
      const { id, source } = event;
      const outcome = isDuplicate ? 'duplicate' : 'accepted';
      res.status(202).json({ id, source, outcome });
    },
);
