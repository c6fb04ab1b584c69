import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { brokenWorkflow, runnable } from '../../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

function rowOf(name: string) {
  return screen.findByRole('row', { name: new RegExp(name) });
}

describe('the workflows list', () => {
  it('shows how the last run of a workflow went, and leads to its form', async () => {
    const log = new InstanceLog('run-1', 'hello', '2026-01-01T10:00:00Z').add(
      { type: 'instance.created', data: { input: { value: {} } } },
      { type: 'instance.started', data: {} },
      {
        type: 'instance.completed',
        data: { output: { value: {} }, durationMs: 5 },
      },
    );
    renderOrchestrator(
      '/workflows',
      new FakeOrchestratorClient({
        workflows: [runnable('hello')],
        logs: [log],
      }),
    );

    const row = await rowOf('hello');
    expect(within(row).getByText('Completed')).toBeInTheDocument();
    expect(within(row).getByText('100%')).toBeInTheDocument();
    expect(
      within(row).getByRole('link', { name: 'Run hello' }),
    ).toHaveAttribute('href', '/orchestrator/workflows/hello/run');
  });

  it('keeps a broken definition listed with the place of its problem, and offers no run', async () => {
    renderOrchestrator(
      '/workflows',
      new FakeOrchestratorClient({ workflows: [brokenWorkflow] }),
    );

    const row = await rowOf('nightly-report');
    expect(row).toHaveTextContent(
      'Cannot run: line 12, column 11: a call has no property "methd"',
    );
    expect(within(row).queryByText('Run')).not.toBeInTheDocument();
  });

  it('searches by name, and can be cleared when nothing matches', async () => {
    renderOrchestrator(
      '/workflows',
      new FakeOrchestratorClient({
        workflows: [runnable('hello'), runnable('release')],
      }),
    );
    await rowOf('hello');

    await userEvent.type(screen.getByRole('searchbox'), 'rel');
    await waitFor(() =>
      expect(screen.queryByText('hello')).not.toBeInTheDocument(),
    );
    expect(await rowOf('release')).toBeInTheDocument();

    await userEvent.type(screen.getByRole('searchbox'), 'x');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear search' }),
    );
    expect(await rowOf('hello')).toBeInTheDocument();
  });

  it('says what failed, and recovers by Retry without a reload', async () => {
    const client = new FakeOrchestratorClient({
      workflows: [runnable('hello')],
    });
    client.outage = await client
      .getPayload({ instanceId: 'none', ref: 'none' })
      .then(() => undefined)
      .catch(error => error);
    renderOrchestrator('/workflows', client);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The workflows could not be loaded');
    client.outage = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await rowOf('hello')).toBeInTheDocument();
  });
});
