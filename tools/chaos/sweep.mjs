import { setTimeout as sleep } from 'node:timers/promises';

/** How long deleting all that has ended may take. */
const sweptWithinMs = 60_000;

/** Of these nothing may be left once all that has ended is deleted. */
const tables = [
  'instances',
  'log',
  'log_bases',
  'payloads',
  'signals',
  'awaits',
  'instance_labels',
  'approvals',
  'approval_approvers',
  'approval_votes',
  'inbox',
  'inbox_keys',
  'jobs',
  'job_items',
];

/**
 * Has all replicas delete what has ended, while `breakThings` does something to them.
 *
 * @returns {Promise<readonly string[]>} what is left behind
 */
export async function sweep({ replicas, ask, breakThings }) {
  let isBreaking = true;
  const breaking = breakThings().finally(() => (isBreaking = false));
  const giveUpAt = Date.now() + sweptWithinMs;
  let left;
  do {
    await Promise.all(replicas.urls.map(sweepOnce));
    await sleep(50);
    left = await leftIn(ask);
  } while ((isBreaking || left.length > 0) && Date.now() < giveUpAt);
  await breaking;
  return left;
}

async function sweepOnce(url) {
  try {
    const signal = AbortSignal.timeout(5_000);
    await fetch(`${url}/sweep`, { method: 'POST', signal });
  } catch {
    // it was killed meanwhile: what it has begun, others go on with
  }
}

async function leftIn(ask) {
  const found = [];
  for (const table of tables) {
    const [{ count }] = await ask(knex => knex(table).count({ count: '*' }));
    if (Number(count) > 0) found.push(`${count} rows of ${table} are left`);
  }
  return found;
}
