import type { Operation } from '../../Operation';
import { actOnInstance } from './actOnInstance';

/** Cancels an instance. */
export const cancelInstance: Operation<'cancelInstance'> =
  context => async (req, res) => {
    const { force = false } = req.body ?? {};
    const terms = { verb: 'cancel', force } as const;
    res.status(202).json(await actOnInstance(context, req, terms));
  };
