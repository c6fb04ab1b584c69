// Requests of all kinds for an operation: right ones, ones that are wrong in one place, and plain nonsense.
import * as fc from 'fast-check';
import { anything, spoilt, text, valueOf } from './arbitraries.mjs';
import { ownText } from './definitions.mjs';

/** What stands in a request for a value that only a running server has: the `pick`-th of those known by this name. */
class Known {
  constructor(name, pick) {
    this.name = name;
    this.pick = pick;
  }

  [fc.toStringMethod]() {
    return `known ${this.name} no. ${this.pick}`;
  }
}

const people = [
  ...Array(6).fill('admin'),
  'service',
  'initiator',
  'viewer',
  'stranger',
  'anonymous',
];
const methods = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
];
const mediaTypes = [
  'application/json',
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'application/cloudevents+json',
  'application/yaml',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '/',
  '',
];
/** Waiting longer than an answer may take would look as if the server hung. */
const waits = ['0', '0.2', 'PT0.1S', '-1', '61', 'P1D', 'soon', '1e9'];
const rawSegments = ['%', '%zz', '%00', '%ff', '%2e%2e', '..', '%2F', '%F0%9F'];

/**
 * @param {import('./Contract.mjs').Operation} operation
 * @param {(schema: object) => object} resolve
 * @returns {fc.Arbitrary<object>} see {@link settle}
 */
export function anyRequest(operation, resolve) {
  return fc.record({
    who: fc.constantFrom(...people),
    method: mostly(
      fc.constant(operation.verb.toUpperCase()),
      fc.constantFrom(...methods),
    ),
    values: valuesOf(operation, resolve),
    more: mostly(fc.constant(undefined), fc.tuple(text, text)),
    accept: mostly(
      fc.constant(undefined),
      fc.constantFrom(
        '*/*',
        'text/html',
        'application/vnd.orchestrator.v1+json',
      ),
    ),
    ...bodyOf(operation, resolve),
  });
}

/** A request as {@link anyRequest} has it, with what the server knows in place of the names of it. */
export function settle(request, known) {
  const values = Object.fromEntries(
    Object.entries(request.values).map(([name, value]) => [
      name,
      value instanceof Known ? known.pick(value.name, value.pick) : value,
    ]),
  );
  return { ...request, values };
}

/** @template T @param {fc.Arbitrary<T>} often @param {fc.Arbitrary<T>} seldom */
const mostly = (often, seldom, weight = 9) =>
  fc.oneof({ weight, arbitrary: often }, { weight: 1, arbitrary: seldom });

const knownBy = name => fc.nat({ max: 50 }).map(pick => new Known(name, pick));

function valuesOf({ parameters }, resolve) {
  const arbitraries = parameters.map(parameter => [
    parameter.name,
    parameterOf(parameter, resolve),
  ]);
  return fc.record(Object.fromEntries(arbitraries), {
    requiredKeys: parameters
      .filter(({ in: place }) => place === 'path')
      .map(({ name }) => name),
  });
}

function parameterOf({ name, in: place, schema }, resolve) {
  if (name === 'wait') return fc.constantFrom(...waits);
  const valid = valueOf(schema, resolve);
  if (place === 'path') {
    const raw = fc.constantFrom(...rawSegments).map(one => ({ raw: one }));
    return mostly(knownBy(name), fc.oneof(valid, text, raw), 5);
  }
  if (place === 'header') {
    const sendable = fc.string({ unit: 'grapheme-ascii', maxLength: 300 });
    return fc.oneof(knownBy(name), sendable);
  }
  return fc.oneof(knownBy(name), valid, valid, anything.map(asText));
}

const asText = value =>
  typeof value === 'string' ? value : JSON.stringify(value).slice(0, 3000);

function bodyOf({ body }, resolve) {
  if (!body) {
    return {
      type: mostly(fc.constant(undefined), fc.constantFrom(...mediaTypes)),
      body: mostly(fc.constant(undefined), text),
    };
  }
  const types = Object.keys(body.content);
  const bodies = Object.values(body.content).map(({ schema }) =>
    valueOf(schema, resolve),
  );
  const right = fc.oneof(...bodies);
  return {
    type: mostly(fc.constantFrom(...types), fc.constantFrom(...mediaTypes)),
    body: fc.oneof(
      { weight: 5, arbitrary: right },
      { weight: 5, arbitrary: spoilt(right) },
      { weight: 2, arbitrary: definitionTexts },
      { weight: 1, arbitrary: anything },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
  };
}

/** Text as a body is sent as it is: of definitions, of what is nearly YAML, of JSON that was cut off. */
const definitionTexts = fc.oneof(
  fc.constantFrom('own-a', 'own-b', 'hello').map(name => ownText(name)),
  fc
    .tuple(fc.nat({ max: 140 }), text)
    .map(([at, other]) => ownText('own-c').slice(0, at) + other),
  fc.constantFrom(
    '{"a":',
    '{"a":'.repeat(20_000),
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    '- &a [*a, *a]',
    'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]',
    '---\n---\n',
    '\tdo:',
    '!!js/function "x"',
    '? [a]\n: b',
    'document: 1',
    'do: [[[[[[]]]]]]',
  ),
);
