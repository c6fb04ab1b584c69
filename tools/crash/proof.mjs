/**
 * What the request log of the called service and the event logs of the instances say about calls around crashes.
 *
 * The engine names every call by an idempotency key: the instance's id followed by the key of the task.
 *
 * @typedef {{id: number, time: string, idempotencyKey: string | null, status: number | null}} LoggedRequest
 * @typedef {{type: string, time: string, instanceId: string, task?: {runId: string}, data: any}} Event
 */

/**
 * @param {readonly Event[]} events of all instances
 * @param {readonly LoggedRequest[]} requests all that the service saw
 */
export function examine(events, requests) {
  const completedAt = new Map(
    events
      .filter(({ type, data }) => type === 'call.completed' && data.ok)
      .map(event => [keyOf(event), Date.parse(event.time)]),
  );
  return {
    completedCalls: completedAt.size,
    ...examineRequests(requests, completedAt),
    unseen: [...completedAt.keys()].filter(key => !wasAnswered(requests, key)),
  };
}

/**
 * - `repeated`: requests that arrived after their call was recorded as completed; must be none
 * - `strange`: requests without a key, or with one of no completed call; must be none once all is completed
 * - `inFlightRepeats`: further requests of a call whose completion was not recorded yet; allowed, they carry the same key
 */
function examineRequests(requests, completedAt) {
  const seen = new Set();
  const found = { repeated: [], strange: [], inFlightRepeats: [] };
  for (const request of requests) {
    const key = request.idempotencyKey;
    if (!completedAt.has(key)) found.strange.push(request);
    else if (Date.parse(request.time) > completedAt.get(key)) {
      found.repeated.push(request);
    } else if (seen.has(key)) found.inFlightRepeats.push(request);
    seen.add(key);
  }
  return found;
}

function keyOf({ instanceId, task }) {
  return `${instanceId}${task.runId}`;
}

function wasAnswered(requests, key) {
  return requests.some(
    ({ idempotencyKey, status }) => idempotencyKey === key && status === 201,
  );
}
