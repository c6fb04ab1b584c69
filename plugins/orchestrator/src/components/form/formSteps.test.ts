import { formSteps, valueOfStep } from './formSteps';
import type { InputSchema } from './schemaValidator';
import { initialInput } from './initialInput';

const steppedSchema: InputSchema = {
  type: 'object',
  properties: {
    service: { type: 'object', title: 'Service', properties: {} },
    safety: { type: 'object', properties: {} },
  },
};

describe('formSteps', () => {
  it('makes one page of fields', () => {
    const steps = formSteps(
      { type: 'object', properties: { name: { type: 'string' } } },
      {},
    );
    expect(steps.map(step => step.property)).toEqual([undefined]);
  });

  it('makes a page of each object when there is nothing else', () => {
    const steps = formSteps(steppedSchema, {});
    expect(steps.map(step => step.title)).toEqual(['Service', 'safety']);
  });

  it('adds a page when a condition on the value asks for it', () => {
    const schema: InputSchema = {
      ...steppedSchema,
      if: {
        properties: {
          safety: {
            properties: { notify: { const: true } },
            required: ['notify'],
          },
        },
        required: ['safety'],
      },
      then: {
        properties: { channel: { type: 'object', properties: {} } },
      },
    };
    expect(formSteps(schema, {})).toHaveLength(2);
    expect(formSteps(schema, { safety: { notify: true } })).toHaveLength(3);
  });

  it('gives a step only what it fills, and nothing for what is absent', () => {
    const [service] = formSteps(steppedSchema, {});
    expect(valueOfStep(service, { service: { a: 1 }, safety: {} })).toEqual({
      service: { a: 1 },
    });
    expect(valueOfStep(service, {})).toEqual({});
  });
});

describe('initialInput', () => {
  it('begins with the defaults of all levels', () => {
    expect(
      initialInput({
        type: 'object',
        properties: {
          level: { type: 'string', default: 'patch' },
          safety: {
            type: 'object',
            properties: { backup: { type: 'boolean', default: true } },
          },
        },
      }),
    ).toEqual({ level: 'patch', safety: { backup: true } });
  });
});
