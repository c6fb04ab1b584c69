import type { Operation } from '../../Operation';
import { compareInstances as compare } from '../../present/compareInstances';

/** Tells in what two instances differ. */
export const compareInstances: Operation<'compareInstances'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const caller = await callerOf(req);
    const [a, b] = await Promise.all(
      [req.query.a, req.query.b].map(id => instances.getDetails(id, caller)),
    );
    res.json(compare(a, b));
  };
