import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

function failedLog(_: unknown, index: number) {
  const error = { type: 'about:blank', status: 503, title: 'Down' };
  const minute = String(index % 60).padStart(2, '0');
  const hour = String(Math.floor(index / 60)).padStart(2, '0');
  const startedAt = `2026-01-01T${hour}:${minute}:00Z`;
  return new InstanceLog(`run-${index + 1}`, 'hello', startedAt).add(
    { type: 'instance.created', data: { input: { value: {} } } },
    { type: 'instance.started', data: {} },
    { type: 'instance.failed', data: { error, canRetry: true } },
  );
}

function open(count: number, path = '/instances') {
  const logs = Array.from({ length: count }, failedLog);
  const client = new FakeOrchestratorClient({ logs });
  renderOrchestrator(path, client);
  return client;
}

async function select(id: string) {
  const row = await screen.findByRole('row', { name: new RegExp(`${id}$`) });
  await userEvent.click(within(row).getByRole('checkbox'));
}

const bar = () => screen.findByRole('region', { name: 'Selected runs' });

async function pressIn(place: HTMLElement, name: string | RegExp) {
  await userEvent.click(within(place).getByRole('button', { name }));
}

describe('runs that are selected', () => {
  it('are counted, and retried by a job to whose page it leads', async () => {
    const client = open(3);
    await select('run-1');
    await select('run-3');
    expect(await bar()).toHaveTextContent('2 selected');
    await pressIn(await bar(), 'Retry');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      await within(dialog).findByLabelText('Reason'),
      'The service is back',
    );
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Retry 2 runs' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Retry 2 runs' }),
    ).toBeInTheDocument();
    expect(client.jobs.started).toEqual([
      {
        action: 'retry',
        query: { ids: ['run-3', 'run-1'] },
        reason: 'The service is back',
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  it('stay selected when one turns the page and comes back', async () => {
    open(25);
    await select('run-25');
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await select('run-2');
    expect(await bar()).toHaveTextContent('2 selected');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    const row = await screen.findByRole('row', { name: /run-25$/ });
    expect(within(row).getByRole('checkbox')).toBeChecked();
  });

  it('are those of a page, or all that match: told by the filter and the moment, not one by one', async () => {
    const client = open(25, '/instances?status=failed');
    await screen.findByRole('row', { name: /run-25$/ });
    await userEvent.click(
      screen.getByRole('checkbox', { name: /select all/i }),
    );
    expect(await bar()).toHaveTextContent('20 selected');
    await pressIn(await bar(), 'Select all 25 that match');
    expect(await bar()).toHaveTextContent('All 25 that match');
    await pressIn(await bar(), 'Delete');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Delete 25 runs' }),
    );
    await waitFor(() =>
      expect(client.jobs.started).toMatchObject([
        {
          action: 'delete',
          query: {
            status: ['failed'],
            startedBefore: expect.stringMatching(/^\d{4}-.*Z$/),
          },
        },
      ]),
    );
    expect(client.jobs.started[0].query).not.toHaveProperty('ids');
  });

  it('are let go by Clear', async () => {
    open(2);
    await select('run-1');
    await pressIn(await bar(), 'Clear');
    expect(
      screen.queryByRole('region', { name: 'Selected runs' }),
    ).not.toBeInTheDocument();
  });

  it('ask for their number to be typed when they are many', async () => {
    open(101);
    await select('run-101');
    await pressIn(await bar(), 'Select all 101 that match');
    await pressIn(await bar(), 'Cancel');
    const dialog = await screen.findByRole('dialog');
    const go = await within(dialog).findByRole('button', {
      name: 'Cancel 101 runs',
    });
    expect(go).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText('Type 101 to go on'),
      '101',
    );
    expect(go).toBeEnabled();
  });

  it('say which are left alone, and why', async () => {
    const client = open(3);
    jest.spyOn(client.jobs, 'preview').mockReturnValue({
      total: 2,
      unsuited: 1,
      forbidden: 1,
      sample: [],
    });
    await select('run-1');
    await pressIn(await bar(), 'Resume');
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(/1 run of these would be skipped/),
    ).toHaveTextContent('they are not paused');
    expect(
      within(dialog).getByText(/1 run more are left alone/),
    ).toHaveTextContent('orchestrator.instance.act');
  });
});
