import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { runnable } from '../../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

const nightly = {
  id: 'nightly:cron',
  workflowId: 'nightly',
  kind: 'cron',
  enabled: true,
  expression: '0 3 * * *',
  timeZone: 'Europe/Berlin',
  nextAt: '2026-11-23T02:00:00.000Z',
} as const;

function open(triggers = [{ ...nightly }]) {
  const client = new FakeOrchestratorClient({
    workflows: [runnable('nightly')],
    triggers,
    occurrences: {
      upcoming: ['2026-11-23T02:00:00.000Z', '2026-11-24T02:00:00.000Z'],
      items: [
        {
          at: '2026-11-22T02:00:00.000Z',
          handledAt: '2026-11-22T02:00:00.100Z',
          instanceId: 'run-1',
          status: 'failed',
        },
      ],
    },
  });
  renderOrchestrator('/workflows/nightly?tab=triggers', client);
  return client;
}

it('says when a workflow starts by itself, and what became of the last time', async () => {
  open();
  const next = (await screen.findByText('Next times')).parentElement!;
  expect(within(next).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('0 3 * * *')).toBeInTheDocument();
  const last = screen.getByText('Last times').parentElement!;
  expect(last).toHaveTextContent('Failed');
  expect(within(last).getByRole('link', { name: 'run' })).toHaveAttribute(
    'href',
    '/orchestrator/instances/run-1',
  );
});

it('is paused, and says so', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Pause' }));
  expect(await screen.findByText('Paused')).toBeInTheDocument();
  expect(
    await screen.findByRole('button', { name: 'Resume' }),
  ).toBeInTheDocument();
});

it('says when nothing starts a workflow by itself', async () => {
  open([]);
  expect(
    await screen.findByText(/Nothing starts this workflow by itself/),
  ).toBeInTheDocument();
});
