import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkflowGraph } from '@stagecraft/backstage-plugin-orchestrator-common';
import { brokenWorkflow, runnable } from '../../../__testUtils__/definitions';
import {
  FakeOrchestratorClient,
  type FakeContent,
} from '../../../__testUtils__/FakeOrchestratorClient';
import { renderOrchestrator } from '../../../__testUtils__/renderOrchestrator';

const charge = '/do/0/charge';
const graph: WorkflowGraph = {
  nodes: [
    {
      id: charge,
      kind: 'call',
      title: 'charge',
      container: '/do',
      extensions: [],
    },
    {
      id: '/do/1/note',
      kind: 'set',
      title: 'note',
      container: '/do',
      extensions: [],
    },
  ],
  containers: [{ id: '/do', role: 'workflow', nodes: [charge, '/do/1/note'] }],
  edges: [],
};

const pay = runnable('pay', {
  type: 'object',
  properties: { card: { type: 'string', default: 'visa' } },
});

function open(content: FakeContent = {}) {
  const client = new FakeOrchestratorClient({
    workflows: [pay],
    graphs: { pay: graph },
    dryRun: async () => ({
      status: 'completed',
      output: { paid: true },
      virtualMs: 0,
      tasks: [],
      calls: [],
    }),
    executeTask: async ({ taskRef }) => ({
      sessionId: 's',
      taskRef,
      status: 'failed',
      input: {},
      error: { type: 'x', status: 502, title: 'Bad Gateway' },
      durationMs: 12,
      calls: [
        { task: taskRef, kind: 'http', target: 'POST /charges', mocked: false },
      ],
    }),
    ...content,
  });
  renderOrchestrator('/workflows/pay?tab=test', client);
  return client;
}

async function replaceText(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
}

const input = () => screen.findByRole('textbox', { name: 'Input' });
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

async function chooseTask(name: string) {
  await input();
  await userEvent.click(screen.getByRole('button', { name: /What/ }));
  await userEvent.click(await screen.findByRole('option', { name }));
}

describe('the test of a workflow', () => {
  it('runs it without effects, with its defaults and the mocks given', async () => {
    const client = open();
    expect(await input()).toHaveValue('{\n  "card": "visa"\n}');
    await press('Add a mock');
    await replaceText(
      screen.getByRole('textbox', { name: 'Answer to charge' }),
      '{"ok": true}',
    );
    await press('Test');

    const report = await screen.findByRole('region', {
      name: 'Test: nothing was called',
    });
    expect(report).toHaveTextContent('Completed');
    expect(report).toHaveTextContent('paid: true');
    expect(client.trials.dryRuns).toEqual([
      {
        workflowId: 'pay',
        inputData: { card: 'visa' },
        mocks: { [charge]: { output: { ok: true } } },
      },
    ]);
  });

  it('says before what one task would call for real, and not once a mock answers it', async () => {
    const client = open();
    await chooseTask('Task charge');
    expect(screen.getByText('Called for real: charge')).toBeVisible();
    await press('Test with real calls');
    const report = await screen.findByRole('region', {
      name: 'Test of one task',
    });
    expect(report).toHaveTextContent('Failed');
    expect(report).toHaveTextContent('Bad Gateway');
    expect(report).toHaveTextContent('called POST /charges');
    expect(client.trials.tasks).toEqual([
      {
        workflowId: 'pay',
        taskRef: charge,
        input: { card: 'visa' },
        mocks: {},
      },
    ]);

    await press('Add a mock');
    expect(screen.queryByText('Called for real: charge')).toBeNull();
    expect(screen.getByRole('button', { name: 'Test' })).toBeEnabled();
    expect(report).not.toBeInTheDocument();
  });

  it('waits until input and mocks are JSON', async () => {
    open();
    await replaceText(await input(), '[');
    expect(screen.getByText(/This is not JSON/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Test' })).toBeDisabled();

    await replaceText(await input(), '{}');
    await press('Add a mock');
    const mock = screen.getByRole('group', { name: 'Mock of charge' });
    await replaceText(within(mock).getByRole('textbox'), '{');
    expect(screen.getByRole('button', { name: 'Test' })).toBeDisabled();
    await press('Remove the mock of charge');
    expect(screen.getByRole('button', { name: 'Test' })).toBeEnabled();
  });

  it('says why it could not be made', async () => {
    open({
      dryRun: async () => {
        throw new Error('The database is away');
      },
    });
    await input();
    await press('Test');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The test could not be madeThe database is away',
    );
  });

  it('names the permission that somebody lacks', async () => {
    // Decisions are kept for a while, so this is about a workflow that no other test asks for.
    const client = new FakeOrchestratorClient({
      workflows: [runnable('refund')],
      graphs: { refund: graph },
    });
    renderOrchestrator('/workflows/refund?tab=test', client, {
      lacks: ['orchestrator.workflow.use'],
    });
    await input();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Test' }),
      ).toHaveAccessibleDescription(/orchestrator\.workflow\.use/),
    );
    expect(screen.getByRole('button', { name: 'Test' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('shows what is wrong with a definition that cannot run', async () => {
    renderOrchestrator(
      '/workflows/nightly-report?tab=test',
      new FakeOrchestratorClient({ workflows: [brokenWorkflow] }),
    );
    expect(
      await screen.findByRole('link', { name: /line 12, column 11: a call/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Test' })).toBeNull();
  });
});
