import type { Operation } from '../../Operation';
import { readNodeValue } from './readNodeValue';

/** Tells what a task gave. */
export const getNodeOutput: Operation<'getNodeOutput'> =
  ({ instances, trials, callerOf }) =>
  async (req, res) => {
    const request = { ...req.params, ...req.query, which: 'output' } as const;
    const caller = await callerOf(req);
    const text = await readNodeValue({ instances, trials }, request, caller);
    res.type('application/json').send(text);
  };
