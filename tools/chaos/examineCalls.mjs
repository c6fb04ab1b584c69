/**
 * How long after a fault it may still have a call made again: a lease of three seconds runs out, a database recovers, and others look
 * for what was left.
 */
const feltForMs = 5_000;

/**
 * Calls that were made again after their completion was in the log, or more often than the faults meanwhile can explain; owners at the same time.
 *
 * Calls whose entries were deleted with the beginning of a long log are held against each other by {@link examineOrder}.
 */
export function examineCalls({ id }, log, { calls, faults }, found) {
  const accepted = acceptedCalls(id, log, calls, found);
  for (const { winner, ofTask } of accepted) {
    for (const { key, began, replica } of ofTask) {
      if (began > winner.ended)
        found.repeated.push(`${key} was made again by ${replica}`);
    }
  }
  examineOwners(
    id,
    accepted.map(({ winner }) => winner),
    found,
  );
  examineAttempts(calls, faults, found);
}

/** Of each call whose completion is in the log all executions, and the one whose answer that was. */
function acceptedCalls(id, log, calls, found) {
  const requests = new Set(
    log
      .filter(({ type, data }) => type === 'call.started' && isRequest(data))
      .map(({ taskKey }) => taskKey),
  );
  const accepted = [];
  for (const { type, taskKey, data } of log) {
    const number = data.response?.value?.number;
    if (type !== 'call.completed' || !requests.has(taskKey) || !number)
      continue;
    const ofTask = calls.filter(({ key }) => key === `${id}${taskKey}`);
    const winner = ofTask.find(execution => execution.number === number);
    if (winner) accepted.push({ winner, ofTask });
    else found.broken.push(`${id}${taskKey}: answer of a call never made`);
  }
  return accepted;
}

/** The service is asked by HTTP; the outcome of another workflow may pass its answers on. */
function isRequest({ kind }) {
  return kind === 'http';
}

function examineOwners(id, accepted, found) {
  const sorted = [...accepted].sort((a, b) => a.began - b.began);
  sorted.slice(1).forEach((next, index) => {
    const before = sorted[index];
    if (before.replica !== next.replica && before.ended > next.began)
      found.broken.push(`${id} had two owners at a time`);
  });
}

/** Each fault can hit a call that is under way, which is then made again: by who takes over, or by who was frozen, late. */
function examineAttempts(calls, faults, found) {
  for (const [key, times] of timesByKey(calls)) {
    const meanwhile = faultsBetween(Math.min(...times), Math.max(...times));
    if (times.length > 1 + meanwhile)
      found.repeated.push(
        `${key} was made ${times.length} times, with ${meanwhile} faults meanwhile`,
      );
  }

  function faultsBetween(first, last) {
    return faults.filter(
      ({ from, to }) => from <= last && to + feltForMs >= first,
    ).length;
  }
}

function timesByKey(calls) {
  const times = new Map();
  for (const { key, began } of calls) {
    if (!times.has(key)) times.set(key, []);
    times.get(key).push(began);
  }
  return times;
}
