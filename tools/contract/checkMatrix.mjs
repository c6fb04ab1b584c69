import { auditFault } from './checkAudit.mjs';
import { goodRequest } from './goodRequests.mjs';
import { columns, outcomesOf } from './matrix.mjs';
import { authorizationOf } from './people.mjs';
import { requestOf } from './requestOf.mjs';
import { send } from './send.mjs';
import { asCommand } from './Tally.mjs';

const statusOf = { refused: 401, forbidden: 403, hidden: 404 };
const lists = ['getInstances', 'getWorkflowInstances', 'listInstances'];

/**
 * Lets everyone ask for what the operation serves, each time about something new, and compares with the table what is answered,
 * and what the auditor is told.
 *
 * @returns {Promise<{what: string, command?: string, answer?: string}[]>} cells that are otherwise
 */
export async function checkMatrix(
  operation,
  { url, contract, world, tally, takeNotes },
) {
  const { operationId } = operation;
  const outcomes = outcomesOf(operationId);
  if (!outcomes) return [{ what: `the table has no row for ${operationId}` }];
  const faults = [];
  for (const [index, who] of columns.entries()) {
    const { parts, instanceId } = await subjectOf(operation, world);
    const request = requestOf(operation, parts, authorizationOf(who));
    await takeNotes();
    const answer = await send(url, request);
    const wanted = outcomes[index];
    const fault =
      tally.note(contract, operation, answer) ??
      otherwise(wanted, answer, instanceId) ??
      auditFault(operation, { who, wanted, parts }, await takeNotes());
    tally.cells += 1;
    if (!fault) tally.rightCells += 1;
    if (fault) {
      faults.push({
        what: `${operationId} by ${who} is not ${wanted}: ${fault}`,
        command: asCommand(url, request),
        answer: answer.text.slice(0, 500),
      });
    }
  }
  return faults;
}

/** What is asked; of lists the first page, with a new instance that comes first on it. */
async function subjectOf(operation, world) {
  const parts = await goodRequest(operation, world, 'initiator');
  if (!lists.includes(operation.operationId)) return { parts };
  const instanceId = await world.completed('initiator');
  return { parts: { ...parts, body: operation.body && {} }, instanceId };
}

function otherwise(wanted, { status, text }, instanceId) {
  const isServed = status < 300;
  if (statusOf[wanted]) {
    return status === statusOf[wanted] ? undefined : `it answered ${status}`;
  }
  if (!isServed) return `it answered ${status}`;
  if (wanted === 'served') return undefined;
  const isShown = text.includes(instanceId);
  return isShown === (wanted === 'shown')
    ? undefined
    : `the instance is ${isShown ? '' : 'not '}in the answer`;
}
