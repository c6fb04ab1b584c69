import { writeETag } from '../../requests/eTag';
import type { Operation } from '../../Operation';
import { presentCanvas } from '../../present/presentCanvas';
import { readDrawable } from '../readDrawable';

/** Tells a workflow as a picture that can be edited. */
export const getWorkflowCanvas: Operation<'getWorkflowCanvas'> =
  ({ definitions, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const caller = await callerOf(req);
    const stored = await definitions.get({ workflowId }, caller);
    const canvas = presentCanvas(stored, readDrawable(stored));
    res.setHeader('ETag', writeETag(stored));
    res.json(canvas);
  };
