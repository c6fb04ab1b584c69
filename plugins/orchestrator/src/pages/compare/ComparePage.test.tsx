import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InstanceComparison } from '@stagecraft/backstage-plugin-orchestrator-common';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

const runs = {
  a: {
    id: 'run-1',
    workflow: { id: 'pay', version: '1.0.0' },
    status: 'completed',
    createdAt: '2026-01-01T10:00:00.000Z',
    endedAt: '2026-01-01T10:00:03.000Z',
    labels: {},
  },
  b: {
    id: 'run-2',
    workflow: { id: 'pay', version: '1.1.0' },
    status: 'failed',
    createdAt: '2026-01-02T10:00:00.000Z',
    endedAt: '2026-01-02T10:00:09.000Z',
    labels: {},
  },
} as const;

const parted: InstanceComparison = {
  ...runs,
  sameDefinition: false,
  input: [{ pointer: '/card', a: 'visa' }],
  output: [],
  tasks: [
    {
      key: '/do/0/fetch',
      name: 'fetch',
      different: false,
      a: { status: 'completed', durationMs: 1000 },
      b: { status: 'completed', durationMs: 4000 },
    },
    {
      key: '/do/1/charge',
      name: 'charge',
      different: true,
      a: { status: 'completed', durationMs: 2000 },
      b: { status: 'failed', durationMs: 500 },
    },
    {
      key: '/do/2/ship',
      name: 'ship',
      different: true,
      a: { status: 'completed', durationMs: 1 },
    },
  ],
};

function logOf(id: string) {
  return new InstanceLog(id, 'pay', '2026-01-01T10:00:00Z').add({
    type: 'instance.created',
    data: { input: { value: {} } },
  });
}

function open(query: string, comparison: InstanceComparison = parted) {
  const client = new FakeOrchestratorClient({
    logs: [logOf('run-1'), logOf('run-2')],
    comparison,
  });
  renderOrchestrator(`/instances/compare${query}`, client);
  return client;
}

describe('two runs side by side', () => {
  it('say where they part, what differs and how long each task took', async () => {
    open('?a=run-1&b=run-2');
    expect(await screen.findByText('The runs part at charge')).toBeVisible();

    const input = screen.getByRole('row', { name: /card/ });
    expect(input).toHaveTextContent('/card"visa"not there');
    const charge = screen.getByRole('row', { name: /charge/ });
    expect(charge).toHaveAttribute('aria-current', 'true');
    expect(charge).toHaveTextContent('Completed2.0 s');
    expect(charge).toHaveTextContent('Failed500 ms');
    expect(charge).toHaveTextContent('1.5 s less');
    expect(screen.getByRole('row', { name: /fetch/ })).toHaveTextContent(
      '3.0 s longer',
    );
    expect(screen.getByRole('row', { name: /ship/ })).toHaveTextContent(
      'did not run',
    );
  });

  it('lead to the task in each run, and to what has changed in the workflow', async () => {
    open('?a=run-1&b=run-2');
    const charge = await screen.findByRole('row', { name: /charge/ });
    expect(
      within(charge).getByRole('link', { name: '500 ms' }),
    ).toHaveAttribute(
      'href',
      '/orchestrator/instances/run-2?task=%2Fdo%2F1%2Fcharge',
    );
    expect(
      screen.getByRole('link', { name: 'What has changed' }),
    ).toHaveAttribute(
      'href',
      '/orchestrator/workflows/pay?tab=versions&a=1.0.0&b=1.1.0',
    );
  });

  it('can be narrowed to the tasks that ended otherwise', async () => {
    open('?a=run-1&b=run-2');
    await screen.findByRole('row', { name: /fetch/ });
    await userEvent.click(
      screen.getByRole('switch', { name: 'Only what ended otherwise' }),
    );
    expect(screen.queryByRole('row', { name: /fetch/ })).toBeNull();
    expect(screen.getByRole('row', { name: /charge/ })).toBeInTheDocument();
  });

  it('say that nothing differs', async () => {
    open('?a=run-1&b=run-2', {
      ...runs,
      sameDefinition: true,
      input: [],
      output: [],
      tasks: [parted.tasks[0]],
    });
    const note = await screen.findByText(
      'Every task has ended alike in both runs',
    );
    expect(note).toBeVisible();
    expect(
      screen.getByText('Both have run by the same definition.'),
    ).toBeVisible();
    expect(screen.getAllByText('Both are the same.')).toHaveLength(2);
  });

  it('ask for the second when there is one only', async () => {
    open('?a=run-1');
    expect(
      await screen.findByText('Choose the run to compare it with.'),
    ).toBeVisible();
    const second = screen.getByRole('region', { name: 'Second run' });
    await userEvent.click(within(second).getByRole('button'));
    const [, other] = await screen.findAllByRole('option');
    await userEvent.click(other);
    expect(await screen.findByText('The runs part at charge')).toBeVisible();
  });

  it('say that one of them does not exist, and ask again', async () => {
    open('?a=run-1&b=run-9');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'There is no instance "run-9" that you may see',
    );
    await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('run-9'),
    );
  });

  it('lead to the runs when none is chosen', async () => {
    open('');
    expect(
      await screen.findByRole('link', { name: 'Instances' }),
    ).toHaveAttribute('href', '/orchestrator/instances');
  });
});
