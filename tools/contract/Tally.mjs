import { Failure } from '../lib/Failure.mjs';

/** Counts what was asked and what was wrong with the answers. */
export class Tally {
  requests = 0;
  serverErrors = 0;
  offSpec = 0;
  /** Requests that got no answer in time. */
  lost = 0;
  /** Cells of the table of permissions that were executed, and those that were as it says. */
  cells = 0;
  rightCells = 0;
  served = new Set();

  /**
   * Notes an answer.
   *
   * A server may say that it does not offer something (501) where its contract says so; every other 5xx is a fault.
   *
   * @param {import('./Contract.mjs').Contract} contract
   * @param {import('./Contract.mjs').Operation | undefined} operation none: the contract has no such path or method
   * @returns {string | undefined} what is wrong
   */
  note(contract, operation, answer) {
    this.requests += 1;
    if (operation && answer.status < 300) {
      this.served.add(operation.operationId);
    }
    const isOffered = answer.status === 501 && operation?.responses[501];
    if (answer.status >= 500 && !isOffered) {
      this.serverErrors += 1;
      return `answered ${answer.status}`;
    }
    const fault = operation
      ? contract.faultOf(operation, answer)
      : contract.errorFaultOf(answer);
    if (fault) this.offSpec += 1;
    return fault;
  }
}

/** A request as a command that sends it again. */
export function asCommand(url, { method, path, headers, body }) {
  const shown = text => `'${text.replaceAll("'", `'\\''`)}'`;
  return [
    `curl -i -X ${method} ${shown(url + path)}`,
    ...Object.entries(headers).map(([k, v]) => `-H ${shown(`${k}: ${v}`)}`),
    ...(body === undefined ? [] : [`-d ${shown(body.slice(0, 2000))}`]),
  ].join(' ');
}

/** @param {readonly {what: string, command?: string, answer?: string}[]} faults @throws {Failure} there is one */
export function requireNone(faults, what) {
  if (faults.length === 0) return;
  throw new Failure(`${faults.length} ${what}`, {
    details: faults
      .map(({ what: fault, command, answer }) =>
        [fault, command, answer].filter(Boolean).join('\n    '),
      )
      .join('\n'),
  });
}
