import { badRequests } from './badRequests.mjs';
import { goodRequest } from './goodRequests.mjs';
import { authorizationOf } from './people.mjs';
import { requestOf } from './requestOf.mjs';
import { send } from './send.mjs';
import { asCommand } from './Tally.mjs';

/**
 * Asks an operation for what it serves, and in every way that its contract calls wrong; holds the answers against the contract.
 *
 * @returns {Promise<{what: string, command: string, answer: string}[]>} faults
 */
export async function checkAnswers(operation, { url, contract, world, tally }) {
  const authorization = authorizationOf('admin');
  const good = await goodRequest(operation, world, 'admin');
  const wanted = [
    {
      name: 'what it is for',
      status: '2xx',
      request: requestOf(operation, good, authorization),
    },
    // What changed the instance the first time may not be possible again, so bad requests are about what the good one left.
    ...badRequests(contract, operation, good, authorization),
  ];
  const faults = [];
  for (const { name, status, request } of wanted) {
    const answer = await send(url, request);
    const fault =
      tally.note(contract, operation, answer) ?? unexpected(status, answer);
    if (fault) {
      faults.push({
        what: `${operation.operationId}, asked with ${name}: ${fault}`,
        command: asCommand(url, request),
        answer: answer.text.slice(0, 500),
      });
    }
  }
  return faults;
}

function unexpected(wanted, { status }) {
  const isWanted = wanted === '2xx' ? status < 300 : status === wanted;
  return isWanted ? undefined : `answered ${status} instead of ${wanted}`;
}
