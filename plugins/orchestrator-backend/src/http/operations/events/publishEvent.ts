import { readCloudEvent } from '../../requests/readCloudEvent';
import { answeredOnce } from '../answeredOnce';

/** Publishes an event to all that listen. */
export const publishEvent = answeredOnce<'publishEvent'>(
  ({ events, callerOf }) =>
    async (req, res) => {
      const event = readCloudEvent(req);
      const { isDuplicate } = await events.publish(event, await callerOf(req));
      const { id, source } = event;
      const outcome = isDuplicate ? 'duplicate' : 'accepted';
      res.status(202).json({ id, source, outcome });
    },
);
