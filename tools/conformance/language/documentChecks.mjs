import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { Failure } from '../../lib/Failure.mjs';
import { fromRoot } from '../../lib/paths.mjs';
import { createJqExpressionEvaluator, parseWorkflow } from './engine.mjs';
import { requireOutcome } from './expectations.mjs';

const page = 'docs/language.md';
const expressions = createJqExpressionEvaluator({ isGivenTime: true });

/**
 * The examples of the page for authors: each block of YAML that holds a task list or a workflow. Its comments at the margin say
 * what it is run with and what must come of it, by {@link statements}.
 */
export function documentChecks() {
  const examples = examplesOf(readFileSync(fromRoot(page), 'utf8'));
  const definitions = examples
    .filter(({ value }) => value.document)
    .map(({ value, text }) => ({ name: value.document.name, text }));
  return { checks: examples.map(example => checkOf(example, definitions)) };
}

/** @returns {{heading: string, line: number, text: string, value: unknown}[]} */
function examplesOf(markdown) {
  const lines = markdown.split('\n');
  const examples = [];
  let heading = '';
  let begin;
  lines.forEach((line, index) => {
    if (line === '```yaml') begin = index + 1;
    else if (begin !== undefined && line === '```') {
      const text = lines.slice(begin, index).join('\n');
      examples.push({ heading, line: begin, text, value: parse(text) });
      begin = undefined;
    } else if (begin === undefined && line.startsWith('#')) {
      heading = line.replace(/^#+ /, '');
    }
  });
  return examples.filter(({ value }) => Array.isArray(value) || value?.do);
}

function checkOf({ heading, line, text, value }, definitions) {
  return {
    name: `${page}:${line} ${heading}`,
    prepare: () => {
      const { run, expected } = statedIn(text);
      const definition = definitionText(value);
      requireNoProblem(definition);
      const others = definitions
        .filter(({ name }) => name !== value.document?.name)
        .filter(({ name }) => text.includes(`name: ${name}`))
        .map(other => other.text);
      const startsItself = value.schedule !== undefined;
      return { ...run, text: definition, others, startsItself, expected };
    },
    require: (outcome, setting, { expected }) =>
      requireOutcome(outcome, expected, setting),
  };
}

/** A task list, or a workflow that has no `document`, gets one. */
function definitionText(value) {
  const workflow = Array.isArray(value) ? { do: value } : value;
  const document = {
    dsl: '1.0.3',
    namespace: 'default',
    name: 'example',
    version: '1.0.0',
  };
  return stringify({ document, ...workflow });
}

function requireNoProblem(text) {
  const { problems } = parseWorkflow(text, { expressions });
  if (problems.length === 0) return;
  const [{ line, column, message }] = problems;
  throw new Failure(`${line}:${column} ${message}`, { details: text });
}

/** What comments at the margin can say, and what it means for the run, or for what is expected of it. */
const statements = [
  [
    /^on (.+)$/,
    ({ run }, input) => Object.assign(run, { input: parse(input) }),
  ],
  [
    /^secret (\S+) is (.+)$/,
    ({ run }, name, value) => put(run, 'secrets', { [name]: parse(value) }),
  ],
  [
    /^([A-Z]+ \S+) answers (.+)$/,
    ({ run }, call, body) => answer(run, call, { body: parse(body) }),
  ],
  [
    /^([A-Z]+ \S+) answers the text (.+)$/,
    ({ run }, call, text) => answer(run, call, { text: parse(text) }),
  ],
  [
    /^([A-Z]+ \S+) fails with (\d+)$/,
    ({ run }, call, status) => answer(run, call, { status: Number(status) }),
  ],
  [
    /^([A-Z]+ \S+) never answers$/,
    ({ run }, call) => answer(run, call, { never: true }),
  ],
  [
    /^([A-Z]+ \S+) answers the call (\S+) with (.+)$/,
    ({ run }, call, method, result) =>
      answerRpc(run, call, { [method]: parse(result) }),
  ],
  [
    /^the event (.+) comes$/,
    ({ run }, event) => append(run, 'events', parse(event)),
  ],
  [
    /^(user:\S+) decides (.+)$/,
    ({ run }, by, decision) =>
      append(run, 'decisions', { by, ...parse(decision) }),
  ],
  [
    /^(\/\S*) sends (.+)$/,
    ({ run }, path, message) =>
      append((run.messages ??= {}), path, parse(message)),
  ],
  [
    /^the process `(.+)` writes (.+)$/,
    ({ run }, name, stdout) =>
      put(run, 'processes', { [name]: { stdout: parse(stdout) } }),
  ],
  [
    /^gives (.+)$/,
    ({ expected }, output) =>
      Object.assign(expected, { output: parse(output) }),
  ],
  [
    /^fails with (.+)$/,
    ({ expected }, error) => Object.assign(expected, { error: parse(error) }),
  ],
  [
    /^publishes (.+)$/,
    ({ expected }, event) => append(expected, 'emitted', parse(event)),
  ],
  [/^calls (.+)$/, ({ expected }, call) => append(expected, 'calls', call)],
  [
    /^takes (\d+) s$/,
    ({ expected }, seconds) =>
      Object.assign(expected, { elapsed: Number(seconds) }),
  ],
];

/** @throws {Failure} a comment says nothing that is known, or none says what comes of it */
function statedIn(text) {
  const stated = { run: {}, expected: {} };
  for (const comment of commentsOf(text)) state(stated, comment);
  if (Object.keys(stated.expected).length > 0) return stated;
  throw new Failure('it does not say what comes of it');
}

/** Comments at the margin; one that is indented goes on with what the one before it says. */
function commentsOf(text) {
  const lines = text.split('\n').filter(line => line.startsWith('#'));
  return lines
    .join('\n')
    .replace(/\n# {2,}/g, ' ')
    .split('\n')
    .map(line => line.replace(/^# /, ''));
}

/** The last statement that fits counts: those that are more particular stand after the general ones. */
function state(stated, comment) {
  const [pattern, mean] =
    statements.findLast(([candidate]) => candidate.test(comment)) ?? [];
  if (!pattern) throw new Failure(`nothing is known of "# ${comment}"`);
  mean(stated, ...pattern.exec(comment).slice(1));
}

function put(target, name, members) {
  target[name] = { ...target[name], ...members };
}

function append(target, name, item) {
  target[name] = [...(target[name] ?? []), item];
}

/** Of several answers of one address each is for one call, in their order. */
function answer(run, call, given) {
  run.answers ??= {};
  append(run.answers, call, given);
}

function answerRpc(run, call, results) {
  const rpc = { ...run.answers?.[call]?.rpc, ...results };
  put(run, 'answers', { [call]: { rpc } });
}
