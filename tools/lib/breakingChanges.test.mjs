import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breakingChanges } from './breakingChanges.mjs';

const answering = (schema, more = {}) => ({
  paths: {
    '/things': {
      get: {
        operationId: 'getThing',
        responses: {
          200: { content: { 'application/json': { schema } } },
        },
        ...more,
      },
    },
  },
  components: {
    schemas: { Thing: { type: 'object', properties: { id: {} } } },
  },
});
const thing = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, kind: { enum: ['a', 'b'] } },
};

describe('breakingChanges', () => {
  it('finds none in the same contract', () => {
    assert.deepEqual(breakingChanges(answering(thing), answering(thing)), []);
  });

  it('finds none where fields, operations and optional parameters are added', () => {
    const more = answering(
      { ...thing, properties: { ...thing.properties, name: {} } },
      { parameters: [{ in: 'query', name: 'q', schema: {} }] },
    );
    more.paths['/others'] = {};
    assert.deepEqual(breakingChanges(answering(thing), more), []);
  });

  it('finds an operation that is gone', () => {
    assert.deepEqual(breakingChanges(answering(thing), { paths: {} }), [
      'GET /things is gone',
    ]);
  });

  it('finds a field of an answer that is gone, or may be missing', () => {
    const { id } = thing.properties;
    assert.deepEqual(
      breakingChanges(
        answering(thing),
        answering({ type: 'object', properties: { id } }),
      ),
      ['GET /things 200.kind is gone', 'GET /things 200.id may now be missing'],
    );
  });

  it('finds a value that is no longer known, and a type that has changed', () => {
    const properties = { id: { type: 'integer' }, kind: { enum: ['a'] } };
    assert.deepEqual(
      breakingChanges(answering(thing), answering({ ...thing, properties })),
      [
        'GET /things 200.id was string and is integer',
        'GET /things 200.kind no longer knows b',
      ],
    );
  });

  it('finds what a request must hold now', () => {
    const requestBody = {
      required: true,
      content: {
        'application/json': { schema: { type: 'object', required: ['a'] } },
      },
    };
    const parameters = [{ in: 'query', name: 'q', required: true, schema: {} }];
    assert.deepEqual(
      breakingChanges(
        answering(thing),
        answering(thing, { requestBody, parameters }),
      ),
      ['GET /things now requires query q', 'GET /things now requires a body'],
    );
  });

  it('finds an answer that may be anything, and a header that is gone', () => {
    const before = answering(thing);
    before.paths['/things'].get.responses[200].headers = { ETag: {} };
    assert.deepEqual(breakingChanges(before, answering(undefined)), [
      'GET /things 200 no longer has ETag',
      'GET /things 200 may be anything',
    ]);
  });

  it('finds what values of a request may no longer be', () => {
    const taking = schema =>
      answering(thing, {
        parameters: [{ in: 'query', name: 'q', schema }],
      });
    const find = (before, after) =>
      breakingChanges(taking(before), taking(after)).map(change =>
        change.replace('GET /things query q ', ''),
      );
    assert.deepEqual(
      [
        find({ maxLength: 9 }, { maxLength: 8 }),
        find({}, { minimum: 1 }),
        find({}, { pattern: '^a' }),
        find({ type: 'object' }, { additionalProperties: false }),
        find({ oneOf: [{}, {}] }, { oneOf: [{}] }),
        find(
          { additionalProperties: { type: 'string' } },
          { additionalProperties: { type: 'integer' } },
        ),
      ].flat(),
      [
        'now has the maxLength 8',
        'now has the minimum 1',
        'must now be like ^a',
        'no longer takes other properties',
        'oneOf 2 is gone',
        'GET /things query q.* was string and is integer',
      ],
    );
    assert.deepEqual(find({ maximum: 8, minimum: 1 }, { maximum: 9 }), []);
  });

  it('finds no fault with bounds of what is answered', () => {
    const bounded = { ...thing, maxProperties: 5 };
    assert.deepEqual(breakingChanges(answering(thing), answering(bounded)), []);
  });

  it('goes through references that lead back to themselves', () => {
    const spec = answering({ $ref: '#/components/schemas/Thing' });
    spec.components.schemas.Thing.properties.parent = {
      $ref: '#/components/schemas/Thing',
    };
    assert.deepEqual(breakingChanges(spec, spec), []);
  });
});
