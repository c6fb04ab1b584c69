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

  it('goes through references that lead back to themselves', () => {
    const spec = answering({ $ref: '#/components/schemas/Thing' });
    spec.components.schemas.Thing.properties.parent = {
      $ref: '#/components/schemas/Thing',
    };
    assert.deepEqual(breakingChanges(spec, spec), []);
  });
});
