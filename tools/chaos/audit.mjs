import { createRequire } from 'node:module';
import { fromRoot } from '../lib/paths.mjs';

const require = createRequire(import.meta.url);
const common = require('@stagecraft/backstage-plugin-orchestrator-common');
const dsl = require('@stagecraft/backstage-plugin-orchestrator-dsl');
const engine = require('@stagecraft/backstage-plugin-orchestrator-engine');

const runtime = name =>
  require(fromRoot(`plugins/orchestrator-engine/src/runtime/${name}`));
const { loadRecording } = runtime('loadRecording');
const { decodePayload } = runtime('payloads');
const { projectLog } = runtime('projectEntry');
const { rehearse } = runtime('Rehearsal');

/** How often a log is read that is being trimmed meanwhile. */
const mostTries = 20;

/**
 * What is wrong with instances: a row that says something else than the folded log, a log that does not lead the interpreter the
 * same way again.
 *
 * @param {readonly string[]} ids
 */
export async function audit(ids, stores, means) {
  const faults = [];
  for (const id of ids) {
    const instance = await stores.reader.get(id);
    const recording = await loadRecording(stores.instances, instance);
    faults.push(...(await foldFaults(instance, stores)));
    faults.push(...(await replayFaults(instance, recording, stores, means)));
  }
  return faults;
}

async function foldFaults(instance, { instances, reader }) {
  const { base, entries } = await wholeLog(instance.id, instances, reader);
  const events = entries.map(entry => engine.presentEvent(instance, entry));
  const folded = common.foldEvents(events, base?.state);
  return ['status', 'seq', 'because']
    .filter(name => folded[name] !== instance[name])
    .map(
      name =>
        `${instance.id}: ${name} is ${instance[name]}, its log says ${folded[name]}`,
    );
}

/** A log, and what was deleted of it, which may just become more. */
async function wholeLog(id, instances, reader) {
  for (let tries = 1; ; tries += 1) {
    const base = await reader.logBase(id);
    const entries = await instances.loadLog(id);
    const deleted = base?.state.seq ?? 0;
    if (entries[0].seq === deleted + 1) return { base, entries };
    if (tries === mostTries) {
      throw new Error(
        `${id}: ${deleted} entries were deleted, its log begins with ${entries[0].seq}`,
      );
    }
  }
}

async function replayFaults(instance, recording, stores, means) {
  const { id, workflowId, definitionHash, behaviourVersion } = instance;
  const stored = await stores.definitions.getByHash(workflowId, definitionHash);
  const { definition } = dsl.parseWorkflow(stored.text);
  const start = {
    instanceId: id,
    input: decodePayload(instance.input, recording.payloadTexts),
    startedAt: instance.startedAt,
    behaviour: behaviourVersion,
  };
  try {
    const { given } = projectLog(recording);
    await rehearse({ ...means, ...given, definition, start }, recording);
    return [];
  } catch (error) {
    return [`${id} does not replay: ${error.message}`];
  }
}
