import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../../lib/Failure.mjs';
import { POLL_MS } from './VirtualClock.mjs';

/** Stand in expected values for what is different each time. */
const placeholders = {
  '<text>': value => typeof value === 'string' && value !== '',
  '<number>': value => typeof value === 'number',
  '<time>': value => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value),
  '<id>': value => /^[\w-]{8,}$/.test(value),
  '<anything>': () => true,
  '<key of /do/0/post>': value => /^[\w-]{30,}\/do\/0\/post$/.test(value),
};

/**
 * Requires that a run has ended as expected.
 *
 * @param {object} outcome of `runOnce`
 * @param {object} expected members that are absent are not looked at
 * @throws {Failure} with all that is different
 */
export function requireOutcome(outcome, expected, { isReplaying }) {
  const faults = [];
  const check = (what, actual, isFine, wanted) => {
    if (!isFine)
      faults.push(`${what}: expected ${show(wanted)}, got ${show(actual)}`);
  };
  const { status = usualStatus(expected) } = expected;
  check('status', outcome.status, outcome.status === status, status);
  if ('output' in expected) {
    check(
      'output',
      outcome.output,
      matches(outcome.output, expected.output),
      expected.output,
    );
  }
  if (expected.error) {
    const isFine = isError(outcome.error, expected.error);
    check('error', outcome.error, isFine, expected.error);
  }
  for (const [name, checkPart] of Object.entries(parts)) {
    if (!(name in expected)) continue;
    const { actual, isFine } = checkPart(outcome, expected[name], isReplaying);
    check(name, actual, isFine, expected[name]);
  }
  if (faults.length === 0) return;
  const context = [`error: ${show(outcome.error)}`, ...outcome.warnings];
  throw new Failure(faults[0], {
    details: [...faults.slice(1), ...context].join('\n'),
  });
}

function usualStatus(expected) {
  if ('refused' in expected) return 'refused';
  return 'error' in expected ? 'failed' : 'completed';
}

const parts = {
  refused: ({ refused }, wanted) => ({
    actual: refused,
    isFine: refused.includes(wanted),
  }),
  calls: ({ calls }, wanted) => listed(calls.map(callText), wanted),
  callsInAnyOrder: ({ calls }, wanted) =>
    listed(calls.map(callText).sort(), [...wanted].sort()),
  requests: ({ calls }, wanted) => ({
    actual: calls.map(({ method, url, headers, body }) => ({
      [method]: url.href,
      headers,
      body,
    })),
    isFine:
      calls.length === wanted.length &&
      wanted.every((request, index) => isRequest(calls[index], request)),
  }),
  emitted: ({ emitted }, wanted) => ({
    actual: emitted,
    isFine:
      emitted.length === wanted.length &&
      wanted.every((event, index) => includes(emitted[index], event)),
  }),
  processes: ({ processes }, wanted) => ({
    actual: processes,
    isFine:
      processes.length === wanted.length &&
      wanted.every((process, index) => includes(processes[index], process)),
  }),
  tasks: ({ history }, wanted) => {
    const actual = lastStatuses(history);
    return { actual, isFine: includes(actual, wanted) };
  },
  instances: ({ instances }, wanted) => {
    const actual = instances.map(
      ({ workflowId, status }) => `${workflowId} ${status}`,
    );
    return listed(actual.sort(), [...wanted].sort());
  },
  elapsed: ({ elapsedMs }, wanted, isReplaying) => {
    const ms = wanted * 1000;
    const late = elapsedMs - ms;
    // What is parked is found when it is looked for work the next time.
    const isFine = isReplaying ? late >= 0 && late <= 30 * POLL_MS : late === 0;
    return { actual: `${elapsedMs / 1000}`, isFine };
  },
};

function listed(actual, wanted) {
  return { actual, isFine: isDeepStrictEqual(actual, wanted) };
}

function callText({ method, url }) {
  return `${method} ${url.href}`;
}

/** A request as `{ POST: address, headers, body }`; of headers only those that are given are looked at. */
function isRequest(call, { headers = {}, body, ...rest }) {
  const [[method, address]] = Object.entries(rest);
  return (
    call.method === method &&
    call.url.href === address &&
    includes(call.headers, headers) &&
    (body === undefined || matches(call.body, body))
  );
}

/** The last that is known of each task, by key. */
function lastStatuses(history) {
  const statuses = {};
  for (const { type, taskKey } of history) {
    if (
      taskKey &&
      /^task\.(started|completed|failed|skipped|cancelled)$/.test(type)
    ) {
      statuses[taskKey] = type.slice('task.'.length);
    }
  }
  return statuses;
}

/** Types count by their last part where only that is given, details by what they contain. */
function isError(actual, expected) {
  if (!actual) return false;
  return Object.entries(expected).every(([name, wanted]) => {
    const value = actual[name];
    if (name === 'type')
      return value === wanted || value.endsWith(`/${wanted}`);
    if (name === 'detail') return value?.includes(wanted) ?? false;
    return matches(value, wanted);
  });
}

/** Whether a value is the expected one, whose placeholders stand for what is different each time. */
export function matches(actual, expected) {
  if (Object.hasOwn(placeholders, expected))
    return placeholders[expected](actual);
  if (!isContainer(expected) || !isContainer(actual))
    return Object.is(actual, expected);
  const names = Object.keys(expected);
  return (
    Array.isArray(actual) === Array.isArray(expected) &&
    names.length === Object.keys(actual).length &&
    names.every(
      name =>
        Object.hasOwn(actual, name) && matches(actual[name], expected[name]),
    )
  );
}

/** Whether an object has at least these members. */
export function includes(actual, expected) {
  if (!isContainer(expected) || Array.isArray(expected))
    return matches(actual, expected);
  return (
    isContainer(actual) &&
    Object.entries(expected).every(([name, wanted]) =>
      includes(actual[name], wanted),
    )
  );
}

function isContainer(value) {
  return typeof value === 'object' && value !== null;
}

function show(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
