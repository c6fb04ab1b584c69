import * as fc from 'fast-check';
import { anyRequest, settle } from './anyRequest.mjs';
import { freshValues } from './KnownValues.mjs';
import { authorizationOf } from './people.mjs';
import { requestOf } from './requestOf.mjs';
import { send } from './send.mjs';
import { asCommand } from './Tally.mjs';

const shrinkWithinMs = 30_000;
/** What a stack trace looks like. */
const stackTrace = /\n\s+at .+:\d+:\d+/;
/** Methods that the contract need not have: Express answers them by itself. */
const methodsOfServer = ['HEAD', 'OPTIONS'];
/** Node.js refuses headers that are too large before anything else sees them. */
const headersTooLarge = 431;
const longestPath = 12_000;

/**
 * Asks an operation all kinds of things; whatever is asked, the answer must be by the contract, in time, and no 5xx.
 *
 * @param {import('./Contract.mjs').Operation} operation
 * @param {{url: string, contract: import('./Contract.mjs').Contract, world: import('./World.mjs').World, tally: import('./Tally.mjs').Tally}} under
 * @param {{requests: number, seed: number}} options the same seed asks the same
 * @returns {Promise<{what: string, command: string, answer?: string}[]>} the smallest request that shows a fault, if there is one
 */
export async function fuzz(operation, under, { requests, seed }) {
  const known = await freshValues(under.world);
  let last;
  const property = fc.asyncProperty(
    anyRequest(operation, schema => under.contract.resolve(schema)),
    async drawn => {
      const fault = await faultOf(
        operation,
        settle(drawn, known),
        under,
        known,
      );
      last = fault ?? last;
      return fault === undefined;
    },
  );
  const { failed } = await fc.check(property, {
    seed,
    numRuns: requests,
    interruptAfterTimeLimit: shrinkWithinMs + requests * 100,
  });
  return failed ? [last] : [];
}

async function faultOf(operation, drawn, { url, contract, tally }, known) {
  const request = asDrawn(operation, drawn);
  if (request.path.length > longestPath) return undefined;
  const fault = what => ({
    what: `${operation.operationId}: ${what}`,
    command: asCommand(url, request),
  });
  try {
    const answer = await send(url, request);
    if (isByServer(request, answer)) {
      tally.requests += 1;
      return undefined;
    }
    const asked = contract.operationAt(request.method, request.path);
    const wrong =
      tally.note(contract, asked, answer) ?? stackFault(answer.text);
    if (wrong) return { ...fault(wrong), answer: answer.text.slice(0, 500) };
    known.learn(answer);
    return undefined;
  } catch (error) {
    tally.lost += 1;
    return fault(`no answer: ${error.message}`);
  }
}

const isByServer = ({ method }, { status }) =>
  status === headersTooLarge ||
  (methodsOfServer.includes(method) && status < 500);

const stackFault = body =>
  stackTrace.test(body) ? 'the answer holds a stack trace' : undefined;

function asDrawn(operation, { who, method, more, accept, ...parts }) {
  const plain = requestOf(operation, parts, authorizationOf(who));
  const extra = more && new URLSearchParams([more]).toString();
  const separator = plain.path.includes('?') ? '&' : '?';
  return {
    ...plain,
    method,
    path: extra ? `${plain.path}${separator}${extra}` : plain.path,
    headers: { ...plain.headers, ...(accept && { Accept: accept }) },
  };
}
