import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Operation } from '../../Operation';

const CLIENT_HAS_LEFT = 'ERR_STREAM_PREMATURE_CLOSE';

/** Sends a value that was too large for its event, piece by piece, as the client takes it. */
export const getPayload: Operation<'getPayload'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId, ref } = req.params;
    const caller = await callerOf(req);
    const { bytes, pieces } = await instances.readPayload(
      { instanceId, ref },
      caller,
    );
    res.type('application/json').set('ETag', `"${ref}"`);
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    res.set('Content-Length', String(bytes));
    await pipeline(Readable.from(pieces()), res).catch(error => {
      if (error.code !== CLIENT_HAS_LEFT) throw error;
    });
  };
