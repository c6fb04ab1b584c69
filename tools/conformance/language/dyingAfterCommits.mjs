import { WorkerFencedError } from './engine.mjs';

/**
 * A store under which each worker dies right after its first commit, as a killed process does: what the commit announces has not
 * begun, and the next worker has nothing but the log. So every run is replayed after every step.
 *
 * @template {object} T @param {T} store @returns {T}
 */
export function dyingAfterCommits(store) {
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name === 'commit') return commitAndDie(target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function commitAndDie(store) {
  return async (workerId, commit) => {
    const committed = await store.commit(workerId, commit);
    if (commit.steps.every(({ release }) => release)) return committed;
    await store.releaseWorker(
      workerId,
      Math.max(...commit.steps.flatMap(timesOf)),
    );
    throw new WorkerFencedError('killed after its commit');
  };
}

function timesOf({ entries }) {
  return entries.map(({ time }) => time);
}
