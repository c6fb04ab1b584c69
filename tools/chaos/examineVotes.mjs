/** How many must say yes. */
const required = 2;

/**
 * Votes that were acknowledged and are not there, votes that count twice, and approvals that are not decided by them.
 *
 * @param {{approvals: readonly object[], votes: readonly object[], counted: readonly object[]}} run `counted` were acknowledged
 */
export function examineVotes({ approvals, votes, counted }, found) {
  const kept = keysOf(votes);
  for (const { instanceId, by } of counted) {
    if (!kept.includes(`${instanceId} ${by}`))
      found.lost.push(`the vote of ${by} on ${instanceId}`);
  }
  for (const { instanceId, status, decision } of approvals) {
    if (status !== 'decided' || decision !== 'approve')
      found.broken.push(`the approval of ${instanceId} is ${status}`);
    const ofInstance = votes.filter(vote => vote.instanceId === instanceId);
    if (ofInstance.length !== required)
      found.broken.push(`${instanceId} has ${ofInstance.length} votes`);
    if (new Set(keysOf(ofInstance)).size < ofInstance.length)
      found.repeated.push(`somebody has two votes on ${instanceId}`);
  }
}

function keysOf(votes) {
  return votes.map(({ instanceId, by }) => `${instanceId} ${by}`);
}
