/** Values that a server has given out, by the names of the parameters that take them. */
export class KnownValues {
  #byName = new Map([
    ['workflowId', ['hello', 'patient', 'failing', 'broken', 'scheduled']],
    ['taskRef', ['/do/0/greet', '/do/0/pause', '/do/0/stumble']],
    ['task', ['/do/0/greet', '/do/0/pause']],
    ['nodeId', ['/do/0/say', '/do/0/greet']],
    ['number', ['1']],
    ['ref', ['x']],
    ['version', ['1.0.0']],
    ['Idempotency-Key', ['once', 'twice']],
    ['label', ['a=b', 'a']],
    ['initiator', ['user:default/admin']],
    ['Last-Event-ID', ['x.1']],
  ]);

  /** @param {string} name @param {number} index counts on from the first after the last */
  pick(name, index) {
    const values = this.#byName.get(name) ?? ['1'];
    return values[index % values.length];
  }

  add(name, ...values) {
    const before = this.#byName.get(name) ?? [];
    this.#byName.set(name, [...values, ...before].slice(0, 50));
  }

  /** Learns from an answer where to go on. */
  learn({ type, text, headers }) {
    if (headers.etag) this.add('If-Match', headers.etag);
    if (type !== 'application/json') return;
    const { next, head, epoch } = JSON.parse(text) ?? {};
    if (typeof next === 'string') this.add('cursor', next);
    if (head !== undefined && epoch) this.add('after', `${epoch}.${head}`);
  }
}

/** New instances in all states, and a workflow that may be changed. @param {import('./World.mjs').World} world */
export async function freshValues(world) {
  const known = new KnownValues();
  const who = 'admin';
  await world.restore();
  const ids = await Promise.all([
    world.completed(who),
    world.waiting(who),
    world.waiting('initiator'),
    world.suspended(who),
    world.failed(who),
    world.listening(who),
    world.run('large', 'completed', who),
  ]);
  known.add('workflowId', await world.ownWorkflow());
  known.add('approvalId', await world.approval(who), await world.approval(who));
  const { webhookId, deliveryId } = await world.delivery();
  known.add('webhookId', webhookId);
  known.add('deliveryId', deliveryId);
  for (const name of ['instanceId', 'a', 'b', 'parentId']) {
    known.add(name, ...ids);
  }
  known.add('jobId', await world.job(who), await world.job('initiator'));
  return known;
}
