import { Engine } from './Engine.mjs';

/**
 * What is run, and what happens meanwhile.
 *
 * @typedef {object} Run
 * @property {string} text of the definition
 * @property {string[]} [others] definitions of workflows that it runs
 * @property {unknown} [input]
 * @property {Record<string, unknown>} [answers] of HTTP services, by `METHOD address`
 * @property {object[]} [events] published one after the other, each when nothing else is left to do
 * @property {object[]} [decisions] made one after the other, each on what is asked by then: `by` whom, and the decision
 * @property {Record<string, unknown>} [secrets]
 * @property {number} [cancelAfterMs]
 * @property {boolean} [startsItself] by its schedule: the first instance that ends counts
 */

/** @returns {Promise<object>} how it ended, and all that it has done */
export async function runOnce(world, setting, run) {
  const link = {};
  const engine = new Engine(setting, {
    activities: { execute: (...args) => link.activities.execute(...args) },
    held: () => world.held,
    secrets: run.secrets ?? {},
  });
  const { activities, close } = world.begin(run, engine.clock);
  link.activities = activities;
  try {
    return await observe(engine, world, run);
  } finally {
    await engine.end();
    await close();
  }
}

async function observe(engine, world, run) {
  await engine.begin();
  for (const text of run.others ?? []) await engine.publish(text);
  const { id } = await engine.publish(run.text);
  let instanceId;
  try {
    if (run.startsItself) await engine.lookedAround();
    else instanceId = await engine.start(id, run.input ?? {});
  } catch (error) {
    if (error.code !== 'INPUT_INVALID') throw error;
    return {
      status: 'refused',
      refused: error.message,
      warnings: engine.warnings,
    };
  }
  if (run.cancelAfterMs) {
    const cancel = () =>
      engine
        .cancel(instanceId)
        .catch(error => engine.warnings.push(error.message));
    engine.clock.schedule(cancel, run.cancelAfterMs);
  }
  for (const [index, event] of (run.events ?? []).entries()) {
    await engine.quiet();
    await engine.deliver(eventOf(event, index));
  }
  for (const decision of run.decisions ?? []) await engine.decide(decision);
  const ended = await endOf(engine, instanceId, id);
  const known = ended ?? instanceId;
  const outcome = known
    ? await engine.examine(known)
    : { status: 'never started', history: [] };
  return {
    ...outcome,
    instances: await engine.instances(),
    elapsedMs: engine.clock.elapsedMs,
    calls: world.http.calls,
    processes: world.processes.effects,
    emitted: engine.emitted,
    warnings: engine.warnings,
  };
}

/** The instance, or the first of its workflow, once it has ended; `undefined` when it waits for what never comes. */
async function endOf(engine, instanceId, workflowId) {
  let found;
  await engine.goOnUntil(async () => {
    const instances = await engine.instances();
    found = instances.find(
      each =>
        each.endedAt !== undefined &&
        (instanceId ? each.id === instanceId : each.workflowId === workflowId),
    );
    return found !== undefined;
  });
  return found?.id;
}

/** Attributes that an event must have have values of no meaning unless they are given. */
function eventOf(event, index) {
  return {
    specversion: '1.0',
    id: `event-${index}`,
    source: 'https://events.test',
    type: 'test.happened',
    ...event,
  };
}
