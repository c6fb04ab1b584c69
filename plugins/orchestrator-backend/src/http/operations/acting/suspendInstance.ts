import type { Operation } from '../../Operation';
import { actOnInstance } from './actOnInstance';

/** Suspends an instance. */
export const suspendInstance: Operation<'suspendInstance'> =
  context => async (req, res) => {
    res
      .status(202)
      .json(await actOnInstance(context, req, { verb: 'suspend' }));
  };
