import type { Operation } from '../../Operation';
import { ResponseSink } from '../../stream/EventSink';
import { openEventsStream } from '../../stream/openEventsStream';

/** Follows many instances live. */
export const streamEvents: Operation<'streamEvents'> =
  context => async (req, res) => {
    const { callerOf, streams } = context;
    const { after } = req.query;
    const caller = await callerOf(req);
    const create = await openEventsStream(context, {
      caller,
      query: req.query,
      after: req.get('Last-Event-ID') ?? after,
      createSink: () => new ResponseSink(res, streams.settings),
    });
    await streams.runFor(caller, create);
  };
