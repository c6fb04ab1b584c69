import { isComputed } from '../parseExpression';
import { requireSchema } from '../parseSchema';
import type { SourceNode } from '../source/SourceNode';
import { approverRef } from './approverRef';
import { dueTime } from './dueTime';

/**
 * Reports what in the `with` of a call of `approval` is wrong whatever its expressions give, beyond what the function's schema
 * can say.
 *
 * @internal
 */
export function checkApproval(input: SourceNode): void {
  const approvers = input.member('approvers');
  if (approvers?.isArray()) {
    approvers.items().forEach(reportNoApprover);
    reportTooFew(approvers, input.member('required'));
  }
  const form = input.member('form');
  if (form?.isObject() && !holdsExpression(form)) requireSchema(form);
  const due = input.member('due');
  if (due) reportNoTime(due);
}

function reportNoApprover(node: SourceNode): void {
  const { json } = node;
  const isFine =
    typeof json !== 'string' || isComputed(json) || approverRef(json);
  if (isFine) return;
  const message = `\`${json}\` is no entity ref of a user or a group; give one such as user:default/jane or group:default/dba`;
  node.report({ code: 'INVALID_VALUE', message });
}

/** Groups may have any number of members. */
function reportTooFew(approvers: SourceNode, required: SourceNode | undefined) {
  const refs = approvers.items().map(({ json }) => approverRef(`${json}`));
  const users = new Set(refs.filter(ref => ref?.startsWith('user:')));
  if (users.size < new Set(refs).size || refs.includes(undefined)) return;
  if (typeof required?.json !== 'number' || required.json <= users.size) return;
  const message = `${required.json} people cannot decide where ${users.size} may; name more approvers`;
  required.report({ code: 'INVALID_VALUE', message });
}

function reportNoTime(due: SourceNode): void {
  const isOther = !due.isText() && !due.isObject();
  if (isOther || holdsExpression(due) || dueTime(due.json, 0) !== undefined) {
    return;
  }
  const message =
    'expected a time such as `2026-12-24T12:00:00Z`, or a duration such as `P3D` or `days: 3`';
  due.report({ code: 'INVALID_DURATION', message });
}

function holdsExpression({ json }: SourceNode): boolean {
  return JSON.stringify(json).includes('${');
}
