import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { FakeOrchestrator } from '../testing/FakeOrchestrator';
import { createGetParamsAction } from './createGetParamsAction';

describe('orchestrator:workflow:get_params', () => {
  let orchestrator: FakeOrchestrator;

  beforeEach(async () => {
    orchestrator = await FakeOrchestrator.start();
  });

  afterEach(async () => {
    await orchestrator.stop();
  });

  async function getParams(workflowId: string, indent?: number) {
    const outputs: Record<string, unknown> = {};
    await createGetParamsAction({
      auth: mockServices.auth(),
      discovery: orchestrator.discovery,
    }).handler({
      ...createMockActionContext(),
      input: { workflow_id: workflowId, indent },
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  const inputSchema = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', title: 'Name' } },
  };

  it('reads what a workflow is and takes', async () => {
    orchestrator.addWorkflow({
      workflowId: 'hello',
      title: 'Say hello',
      description: 'Greets.',
      inputSchema,
    });
    const outputs = await getParams('hello');
    expect(outputs).toMatchObject({
      title: 'Say hello',
      description: 'Greets.',
    });
    expect(parse(`${outputs.parameters}`)).toEqual([inputSchema]);
  });

  it('indents the parameters, to stand in a template', async () => {
    orchestrator.addWorkflow({ workflowId: 'hello', inputSchema });
    const { parameters } = await getParams('hello', 4);
    expect(`${parameters}`.split('\n')).toEqual([
      '',
      '    - type: object',
      '      required:',
      '        - name',
      '      properties:',
      '        name:',
      '          type: string',
      '          title: Name',
    ]);
    expect(parse(`spec:\n  parameters:${parameters}`)).toEqual({
      spec: { parameters: [inputSchema] },
    });
  });

  it('has no parameters for a workflow without a schema', async () => {
    orchestrator.addWorkflow({ workflowId: 'plain' });
    await expect(getParams('plain')).resolves.toEqual({
      title: 'plain',
      description: '',
      parameters: '{}',
    });
  });

  it('fails for a workflow that does not exist', async () => {
    await expect(getParams('helo')).rejects.toThrow(
      'There is no workflow "helo"',
    );
  });
});
