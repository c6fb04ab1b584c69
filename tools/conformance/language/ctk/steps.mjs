import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { Failure } from '../../../lib/Failure.mjs';
import { includes } from '../expectations.mjs';
import { passwordService, petStore } from './standIns.mjs';

/** The steps that set a scenario up, each giving a part of what is run. */
const preparations = [
  [/^a workflow with definition:$/, (_, doc) => ({ text: doc })],
  [/^given the workflow input is:$/, (_, doc) => ({ input: parse(doc) })],
  [/^the workflow is executed$/, () => ({})],
];

/** The steps that say what must come of it. Each returns what is wrong, if anything is. */
const requirements = [
  [
    /^the workflow should complete$/,
    (_, __, { status }) => unless(status === 'completed', `it is ${status}`),
  ],
  [
    /^the workflow should complete with output:$/,
    (_, doc, { status, output }) =>
      unless(
        status === 'completed' && isDeepStrictEqual(output, parse(doc)),
        `it is ${status} with ${show(output)}`,
      ),
  ],
  [
    /^the workflow should fault$/,
    (_, __, { status }) => unless(status === 'failed', `it is ${status}`),
  ],
  [
    /^the workflow should fault with error:$/,
    (_, doc, { status, error }) =>
      unless(
        status === 'failed' && includes(error, parse(doc)),
        `it is ${status} with ${show(error)}`,
      ),
  ],
  [
    /^the workflow output should have properties (.*)$/,
    ([, names], _, { output }) => {
      const missing = [...names.matchAll(/'([^']+)'/g)]
        .map(([, name]) => name)
        .filter(name => at(output, name) === undefined);
      return unless(
        missing.length === 0,
        `${show(output)} has no ${missing.join(', ')}`,
      );
    },
  ],
  [
    /^the workflow output should have a '(.*)' property with value:$/,
    ([, name], doc, { output }) =>
      unless(
        isDeepStrictEqual(at(output, name), parse(doc)),
        `it is ${show(at(output, name))}`,
      ),
  ],
  [
    /^the workflow output should have a '(.*)' property containing (\d+) items$/,
    ([, name, count], _, { output }) =>
      unless(
        at(output, name)?.length === Number(count),
        `it is ${show(at(output, name))}`,
      ),
  ],
  [
    /^(\w+) should run first$/,
    ([, task], _, { history }) =>
      unless(order(history)[0] === task, order(history).join()),
  ],
  [
    /^(\w+) should run last$/,
    ([, task], _, { history }) =>
      unless(order(history).at(-1) === task, order(history).join()),
  ],
  [
    /^(\w+) should run after (\w+)$/,
    ([, task, other], _, { history }) =>
      unless(
        order(history).indexOf(task) > order(history).indexOf(other) &&
          order(history).includes(other),
        order(history).join(),
      ),
  ],
];

/** What a scenario runs. @throws {Failure} when it has a step that nobody knows */
export function runOf({ steps }) {
  const run = { answers: { ...petStore, ...passwordService } };
  for (const { text, doc } of steps) {
    const known = find(preparations, text);
    if (known) Object.assign(run, known.act(known.match, doc));
    else if (!find(requirements, text))
      throw new Failure(`unknown step: ${text}`);
  }
  return run;
}

/** @throws {Failure} when the outcome is not what the scenario says */
export function requireScenario({ steps }, outcome) {
  for (const { text, doc } of steps) {
    const known = find(requirements, text);
    const fault = known?.act(known.match, doc, outcome);
    if (!fault) continue;
    const details = [show(outcome.error), ...outcome.warnings].join('\n');
    throw new Failure(`${text} ${fault}`, { details });
  }
}

function find(steps, text) {
  for (const [pattern, act] of steps) {
    const match = pattern.exec(text);
    if (match) return { match, act };
  }
  return undefined;
}

function unless(isFine, fault) {
  return isFine ? undefined : fault;
}

function at(value, path) {
  return path.split('.').reduce((member, name) => member?.[name], value);
}

/** Names of tasks in the order in which they began. */
function order(history) {
  return history
    .filter(({ type }) => type === 'task.started')
    .map(({ taskKey }) => taskKey.replace(/\[.*$/, '').split('/').at(-1));
}

function show(value) {
  return JSON.stringify(value);
}
