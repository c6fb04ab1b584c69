import { parseWorkflow } from '../language/parseWorkflow';
import type { Json } from '../language/WorkflowDefinition';
import { validateValue } from '../schema/validateValue';
import { KIND_TEMPLATES } from './kindTemplates';
import { taskTemplates } from './taskTemplates';

const log = {
  title: 'Log',
  inputSchema: {
    type: 'object',
    required: ['message', 'level', 'times'],
    properties: {
      message: { type: 'string' },
      level: { enum: ['info', 'warn'] },
      times: { type: 'integer', default: 2 },
      more: { type: 'object' },
    },
  },
};

function definitionOf(example: Json): string {
  const document = {
    dsl: '1.0.3',
    namespace: 'n',
    name: 'a',
    version: '1.0.0',
  };
  return JSON.stringify({ document, do: [{ example }] });
}

describe('taskTemplates', () => {
  it('has an example of each that is a whole task and fits its schema', () => {
    for (const { id, kind, example, schema } of taskTemplates({})) {
      const { definition, problems } = parseWorkflow(definitionOf(example));
      expect({ id, problems }).toEqual({ id, problems: [] });
      expect({ id, kind: definition?.do[0].kind }).toEqual({ id, kind });
      const faults = validateValue(schema, example);
      expect({ id, faults }).toEqual({ id, faults: [] });
    }
  });

  it('has all kinds where everything is allowed', () => {
    expect(taskTemplates({}).map(({ id }) => id)).toEqual(
      KIND_TEMPLATES.map(({ id }) => id),
    );
  });

  it('leaves out what the deployment has no means for', () => {
    const ids = taskTemplates({
      calls: ['http'],
      processes: ['script:js'],
    }).map(({ id }) => id);
    expect(ids).toContain('call-http');
    expect(ids).toContain('run-script');
    expect(ids).not.toContain('call-grpc');
    expect(ids).not.toContain('run-shell');
    expect(ids).not.toContain('run-container');
  });

  it('has each function, with what it takes and what it cannot do without', () => {
    const functions = new Map([['log', log]]);
    const template = taskTemplates({ functions }).at(-1)!;
    expect(template).toMatchObject({
      id: 'function:log',
      kind: 'call',
      function: 'log',
      title: 'Log',
      example: { call: 'log', with: { message: '', level: 'info', times: 2 } },
    });
    expect(validateValue(template.schema, template.example)).toEqual([]);
    const wrong = { call: 'log', with: { message: 1 } };
    expect(validateValue(template.schema, wrong)).not.toEqual([]);
  });

  it('shows the example of a function that has one', () => {
    const inputSchema = { type: 'object', examples: [{ message: 'Hello' }] };
    const functions = new Map([['log', { inputSchema }]]);
    expect(taskTemplates({ functions }).at(-1)?.example).toEqual({
      call: 'log',
      with: { message: 'Hello' },
    });
  });
});
