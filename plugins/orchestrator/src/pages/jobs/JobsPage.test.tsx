import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { someJob } from '../../__testUtils__/FakeJobs';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

function runningLog(id: string) {
  return new InstanceLog(id, 'hello', '2026-01-01T10:00:00Z').add(
    { type: 'instance.created', data: { input: { value: {} } } },
    { type: 'instance.started', data: {} },
  );
}

function open(path: string, jobs = [someJob()]) {
  const client = new FakeOrchestratorClient({
    jobs,
    logs: ['run-1', 'run-2', 'run-3'].map(runningLog),
  });
  renderOrchestrator(path, client);
  return client;
}

async function press(name: string) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

async function confirm(name: string) {
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name }));
}

describe('the jobs', () => {
  it('are listed with what became of the runs', async () => {
    open('/jobs', [
      someJob({ status: 'completed', pending: 0, succeeded: 2, skipped: 1 }),
    ]);
    const row = await screen.findByRole('row', { name: /Cancel 3 runs/ });
    expect(row).toHaveTextContent('Completed');
    expect(row).toHaveTextContent('2 done, 1 skipped');
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/orchestrator/jobs/j-1',
    );
  });

  it('lead to the instances when there are none yet', async () => {
    open('/jobs', []);
    expect(
      await screen.findByRole('link', { name: 'Go to the instances' }),
    ).toHaveAttribute('href', '/orchestrator/instances');
  });
});

describe('a job', () => {
  it('tells how far it has come, and what became of each run', async () => {
    const client = open('/jobs/j-1');
    client.jobs.settle('j-1', [
      { instanceId: 'run-1', outcome: 'succeeded' },
      { instanceId: 'run-2', outcome: 'pending' },
      { instanceId: 'run-3', outcome: 'skipped', message: 'it has ended' },
    ]);
    const bar = await screen.findByRole('progressbar', {
      name: 'Progress of the job',
    });
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '66'));
    const skipped = await screen.findByRole('row', { name: /run-3/ });
    expect(skipped).toHaveTextContent('Skipped');
    expect(skipped).toHaveTextContent('it has ended');
    act(() =>
      client.jobs.settle('j-1', [
        { instanceId: 'run-1', outcome: 'succeeded' },
        { instanceId: 'run-2', outcome: 'succeeded' },
        { instanceId: 'run-3', outcome: 'skipped', message: 'it has ended' },
      ]),
    );
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '100'));
    expect(screen.getByText('2 done, 1 skipped')).toBeInTheDocument();
  });

  it('is paused, goes on, and is cancelled after a question', async () => {
    const client = open('/jobs/j-1');
    await press('Pause');
    await confirm('Pause job');
    await press('Resume');
    await confirm('Resume job');
    await screen.findByRole('button', { name: 'Pause' });
    await press('Cancel');
    await confirm('Cancel job');
    expect(await screen.findByText('Cancelled')).toBeInTheDocument();
    expect(await client.jobs.get({ jobId: 'j-1' })).toMatchObject({
      status: 'cancelled',
    });
    expect(
      screen.queryByRole('button', { name: 'Pause' }),
    ).not.toBeInTheDocument();
  });

  it('shows one outcome alone by its address', async () => {
    const client = open('/jobs/j-1?outcome=failed');
    client.jobs.settle('j-1', [
      { instanceId: 'run-1', outcome: 'succeeded' },
      { instanceId: 'run-2', outcome: 'failed', message: 'no answer' },
    ]);
    expect(
      await screen.findByRole('row', { name: /run-2/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /run-1/ })).toBeNull();
  });

  it('does the same once more with what has failed', async () => {
    const client = open('/jobs/j-1');
    client.jobs.settle('j-1', [
      { instanceId: 'run-1', outcome: 'succeeded' },
      { instanceId: 'run-2', outcome: 'failed', message: 'no answer' },
    ]);
    await press('Try the failed ones again');
    await confirm('Cancel 1 run');
    await waitFor(() =>
      expect(client.jobs.started).toMatchObject([
        { action: 'cancel', query: { ids: ['run-2'] } },
      ]),
    );
  });

  it('that the person may not see is not there', async () => {
    open('/jobs/nowhere');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no job "nowhere" that you may see',
    );
  });
});
