// Values by JSON Schema, and values that are nearly so.
import * as fc from 'fast-check';

/** Bodies recur, as filters do, only so deep. */
const maxDepth = 6;

const awkwardTexts = [
  '',
  ' ',
  '0',
  'null',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[2J',
  '\ud83d\udca5 ünï©ødé \u202e',
  "'; drop table instances; --",
  '%',
  '_%_',
  '%zz',
  '../../etc/passwd',
  '${ env }',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  'ß'.repeat(1000),
  '9'.repeat(400),
];

/** Any text, often an awkward one. Halves of characters are left out: they cannot be sent. */
export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkwardTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'binary', maxLength: 40 })
      .map(one => one.toWellFormed()),
  },
);

const awkwardNumbers = [
  -1,
  0,
  0.5,
  1e-320,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
];

/** An object nested so deep. */
const nested = depth =>
  JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));

/** Anything that JSON can say. */
export const anything = fc.oneof(
  text,
  fc.constantFrom(null, true, false, [], {}, [[]], ...awkwardNumbers),
  fc.integer(),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(30, 99, 101, 500).map(nested),
);

const byFormat = {
  'date-time': fc.constantFrom(
    '2026-11-22T03:00:00.000Z',
    '2026-11-22T03:00:00+14:00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:60Z',
    '+275760-09-13T00:00:00.001Z',
    'yesterday',
  ),
  uuid: fc.oneof(fc.uuid(), text),
  // Nothing beyond this machine may be called.
  uri: fc.constantFrom(
    'http://127.0.0.1:9/hook',
    'https://localhost:9/hook?a=b#c',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'http://[::1',
    'hook',
  ),
};

const byPattern = {
  '^[A-Za-z0-9_-]+\\.[0-9]+$': fc.constantFrom('a.1', 'x_-.99999999999999999'),
  '^whsec_[A-Za-z0-9+/=]{32,100}$': fc.constant(`whsec_${'a'.repeat(40)}`),
};

/**
 * Values that the schema takes; rarely ones that it does not, where a format or a limit says more than is made use of here.
 *
 * @param {object} schema
 * @param {(schema: object) => object} resolve gives what stands at the end of a reference
 * @returns {fc.Arbitrary<unknown>}
 */
export function valueOf(schema, resolve, depth = 0) {
  if (depth > maxDepth) return fc.constant(null);
  const plain = resolve(schema);
  const inner = one => valueOf(one, resolve, depth + 1);
  if (plain.enum) return fc.constantFrom(...plain.enum);
  if (plain.oneOf) return fc.oneof(...plain.oneOf.map(inner));
  if (plain.allOf) return merged(plain.allOf.map(inner));
  const types = [plain.type].flat();
  return fc.oneof(...types.map(type => ofType(type, plain, inner)));
}

function ofType(type, schema, inner) {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return ofIntegers(schema);
    case 'number':
      return fc.oneof(
        ofIntegers(schema),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      );
    case 'string':
      return ofTexts(schema);
    case 'array':
      return fc.array(inner(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, 4),
      });
    case 'object':
      return ofObjects(schema, inner);
    default:
      return anything;
  }
}

function ofIntegers({ minimum = -(2 ** 31), maximum = 2 ** 31 }) {
  return fc.oneof(
    fc.integer({ min: minimum, max: maximum }),
    fc.constantFrom(minimum, maximum),
  );
}

function ofTexts({ format, pattern, minLength = 0, maxLength = 20_000 }) {
  const special = byFormat[format] ?? byPattern[pattern];
  if (special) return special;
  return text.map(one => one.padEnd(minLength, 'x').slice(0, maxLength));
}

function ofObjects({ properties = {}, required = [], ...schema }, inner) {
  const own = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, inner(one)]),
    ),
    { requiredKeys: required },
  );
  const { additionalProperties: more } = schema;
  if (!more) return own;
  const others = fc.dictionary(text, more === true ? anything : inner(more), {
    maxKeys: 3,
  });
  return merged([others, own]);
}

const merged = parts =>
  fc.tuple(...parts).map(values => Object.assign({}, ...values));

/** Values with one thing in them replaced, left out, or added. @param {fc.Arbitrary<unknown>} values */
export function spoilt(values) {
  return fc
    .tuple(values, fc.nat(), fc.constantFrom(...spoilers), anything)
    .map(([value, place, spoil, other]) => {
      const copy = structuredClone(value);
      const holders = containersIn(copy);
      if (holders.length === 0) return other;
      spoil(holders[place % holders.length], place, other);
      return copy;
    });
}

const spoilers = [
  function replace(holder, place, other) {
    const keys = Object.keys(holder);
    if (keys.length > 0) holder[keys[place % keys.length]] = other;
  },
  function leaveOut(holder, place) {
    const keys = Object.keys(holder);
    if (keys.length > 0) delete holder[keys[place % keys.length]];
  },
  function add(holder, place, other) {
    holder[`more${place % 10}`] = other;
  },
];

function containersIn(value) {
  const found = [value].filter(isContainer);
  for (const one of found) {
    found.push(...Object.values(one).filter(isContainer));
    if (found.length > 1000) break;
  }
  return found;
}

const isContainer = value => typeof value === 'object' && value !== null;
