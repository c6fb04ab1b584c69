import type { Json, JsonSchema } from '../Json';
import { InvalidSchemaError } from './compileSchema';
import { validateValue } from './validateValue';

const say = (schema: JsonSchema, value: Json) =>
  validateValue(schema, value).map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );

it.each<[JsonSchema, Json]>([
  [true, 1],
  [{}, null],
  [{ type: 'object', required: ['a'] }, { a: 1 }],
  [{ type: 'string', format: 'email' }, 'a@example.com'],
  [{ $schema: 'http://json-schema.org/draft-07/schema#', type: 'number' }, 1],
  [
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      prefixItems: [{ type: 'string' }],
    },
    ['a'],
  ],
  [{ 'x-unknown': 1, type: 'number', format: 'x-unknown' }, 1],
])('%j takes %j', (schema, value) => {
  expect(say(schema, value)).toEqual([]);
});

it.each<[string, JsonSchema, Json, readonly string[]]>([
  ['required', { required: ['name'] }, {}, ['/name: is required']],
  [
    'required inside',
    { properties: { a: { items: { required: ['b/c'] } } } },
    { a: [{}] },
    ['/a/0/b~1c: is required'],
  ],
  [
    'dependentRequired',
    { dependentRequired: { a: ['b'] } },
    { a: 1 },
    ['/b: is required when `a` is given'],
  ],
  [
    'additionalProperties',
    { properties: { a: true }, additionalProperties: false },
    { b: 1 },
    ['/b: is not a known field'],
  ],
  [
    'unevaluatedProperties',
    { properties: { a: true }, unevaluatedProperties: false },
    { b: 1 },
    ['/b: is not a known field'],
  ],
  ['type', { type: 'integer' }, 'x', [': must be a whole number']],
  ['types', { type: ['string', 'null'] }, 1, [': must be text or null']],
  ['enum', { enum: ['a', 1, null] }, 'x', [': must be one of a, 1, null']],
  ['const', { const: 'a' }, 'x', [': must be "a"']],
  ['minLength 1', { minLength: 1 }, '', [': must not be empty']],
  ['minLength', { minLength: 2 }, 'a', [': must have at least 2 characters']],
  ['maxLength', { maxLength: 1 }, 'ab', [': must have at most 1 characters']],
  ['minItems', { minItems: 1 }, [], [': must have at least 1 items']],
  ['maxItems', { maxItems: 1 }, [1, 2], [': must have at most 1 items']],
  [
    'uniqueItems',
    { uniqueItems: true },
    [1, 1],
    [': must not hold the same item twice'],
  ],
  ['minimum', { minimum: 1 }, 0, [': must be at least 1']],
  ['maximum', { maximum: 1 }, 2, [': must be at most 1']],
  ['exclusiveMinimum', { exclusiveMinimum: 1 }, 1, [': must be more than 1']],
  ['exclusiveMaximum', { exclusiveMaximum: 1 }, 1, [': must be less than 1']],
  ['multipleOf', { multipleOf: 5 }, 3, [': must be a multiple of 5']],
  ['pattern', { pattern: '^a' }, 'b', [': must match the pattern ^a']],
  ['format', { format: 'email' }, 'b', [': must be a valid email']],
  [
    'not',
    { not: { type: 'string' } },
    'b',
    [': has a value that is not allowed'],
  ],
  ['false', { properties: { a: false } }, { a: 1 }, ['/a: is not allowed']],
  [
    'oneOf of constants',
    { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] },
    'x',
    [': must be one of a, b'],
  ],
  [
    'oneOf of forms',
    { oneOf: [{ type: 'string' }, { type: 'object', required: ['x'] }] },
    {},
    [': fits none of the allowed forms'],
  ],
  [
    'oneOf met twice',
    { oneOf: [true, true] },
    {},
    [': fits several of the allowed forms, but must fit one'],
  ],
  ['if', { if: true, then: { required: ['a'] } }, {}, ['/a: is required']],
  [
    'draft-07',
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      items: [{ type: 'string' }],
    },
    [1],
    ['/0: must be text'],
  ],
  ['false schema', false, 1, [': is not allowed']],
])('says what is wrong: %s', (_, schema, value, expected) => {
  expect(say(schema, value)).toEqual(expected);
});

it('tells of every faulty field', () => {
  const schema = {
    required: ['a'],
    properties: { b: { type: 'string' }, c: { minimum: 1 } },
  };
  expect(say(schema, { b: 1, c: 0 })).toEqual([
    '/a: is required',
    '/b: must be text',
    '/c: must be at least 1',
  ]);
});

it('keeps schemas apart that claim the same $id', () => {
  const id = 'https://example.com/one';
  expect(say({ $id: id, type: 'string' }, 1)).toEqual([': must be text']);
  expect(say({ $id: id, type: 'number' }, 1)).toEqual([]);
});

it('follows references inside the schema', () => {
  const schema = {
    $defs: { positive: { minimum: 1 } },
    properties: { a: { $ref: '#/$defs/positive' } },
  };
  expect(say(schema, { a: 0 })).toEqual(['/a: must be at least 1']);
});

it.each<[JsonSchema]>([
  [{ type: 'strin' }],
  [{ $ref: '#/$defs/nope' }],
  [{ $schema: 'http://json-schema.org/draft-04/schema#' }],
])('refuses %j, which is no schema', schema => {
  expect(() => validateValue(schema, 1)).toThrow(InvalidSchemaError);
});
