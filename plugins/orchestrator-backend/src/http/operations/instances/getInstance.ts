import type { Operation } from '../../Operation';
import { stateInShort } from '../../../service/instances/stateInShort';

/** Tells the state of an instance. */
export const getInstance: Operation<'getInstance'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const caller = await callerOf(req);
    const { state } = await instances.getDetails(instanceId, caller);
    res.json(stateInShort(state));
  };
