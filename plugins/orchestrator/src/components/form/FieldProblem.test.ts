import type { InputSchema } from './schemaValidator';
import { fieldId, findProblems, labelOf, pathOfPointer } from './FieldProblem';

const schema: InputSchema = {
  type: 'object',
  required: ['name', 'owner'],
  properties: {
    name: { type: 'string', title: 'Name', minLength: 1 },
    owner: {
      type: 'object',
      title: 'Owner',
      required: ['email'],
      properties: { email: { type: 'string', format: 'email' } },
    },
    tags: { type: 'array', title: 'Tags', items: { type: 'string' } },
  },
};

describe('findProblems', () => {
  it.each([
    ['a missing field', { owner: { email: 'a@b.c' } }, ['name']],
    ['an empty text', { name: '', owner: { email: 'a@b.c' } }, ['name']],
    ['a nested field', { name: 'x', owner: {} }, ['owner', 'email']],
    [
      'a wrong format',
      { name: 'x', owner: { email: 'x' } },
      ['owner', 'email'],
    ],
    [
      'an item of a list',
      { name: 'x', owner: { email: 'a@b.c' }, tags: ['a', 1] },
      ['tags', '1'],
    ],
  ])('names the place of %s', (_, value, path) => {
    expect(findProblems(schema, value).map(p => p.path)).toEqual([path]);
  });

  it('judges by the dialect that the schema names', () => {
    const tuple = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        pair: { type: 'array', prefixItems: [{ type: 'string' }] },
      },
    } as const;
    expect(findProblems(tuple, { pair: [1] })).toEqual([
      { path: ['pair', '0'], message: 'must be string' },
    ]);
  });
});

it('reads an escaped JSON pointer', () => {
  expect(pathOfPointer('/a~1b/c~0d/0')).toEqual(['a/b', 'c~d', '0']);
  expect(pathOfPointer('')).toEqual([]);
});

it('labels a place by the titles on the way to it', () => {
  expect(labelOf(schema, ['owner', 'email'])).toBe('Owner › email');
  expect(labelOf(schema, ['tags', '1'])).toBe('Tags › item 2');
});

it('gives each place the id of its element', () => {
  expect(fieldId(['owner', 'email'])).toBe('root_owner_email');
});
