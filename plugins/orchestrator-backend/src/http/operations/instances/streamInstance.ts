import { NotAllowedError } from '@backstage/errors';
import { EngineError } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { parseEventId } from '../../../service/instances/eventId';
import type { Operation } from '../../Operation';
import { ResponseSink } from '../../stream/EventSink';
import { InstanceStream, isAllKnown } from '../../stream/InstanceStream';
import { createProfile } from '../../stream/profiles/createProfile';

/** Follows an instance live. */
export const streamInstance: Operation<'streamInstance'> =
  ({ instances, callerOf, streams }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const { profile, types } = req.query;
    const after = req.get('Last-Event-ID') ?? req.query.after;
    const cursor = after === undefined ? undefined : parseEventId(after);
    const caller = await callerOf(req);
    const feed = await instances.openFeed(instanceId, caller);
    if (cursor && isAllKnown(cursor, await feed.head())) {
      res.status(204).end();
      return;
    }
    const create = () =>
      new InstanceStream({
        instanceId,
        feed,
        cursor,
        streams,
        sink: new ResponseSink(res, streams.settings),
        isAllowed: () => isFound(instances.get(instanceId, caller)),
        expiresAt: caller.credentials.expiresAt,
        random: Math.random,
        profile: createProfile(profile, types),
      });
    await streams.runFor(caller, create);
  };

/** Whether the caller may still see what is looked for. */
async function isFound(lookup: Promise<unknown>): Promise<boolean> {
  try {
    await lookup;
    return true;
  } catch (error) {
    const isHidden =
      error instanceof NotAllowedError ||
      (error instanceof EngineError && error.code === 'INSTANCE_NOT_FOUND');
    if (isHidden) return false;
    throw error;
  }
}
