import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DryRunResult } from '@stagecraft/backstage-plugin-orchestrator-common';
import { answerError } from '../../__testUtils__/answerError';
import { runnable } from '../../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

const pay = runnable('pay', {
  type: 'object',
  required: ['card'],
  properties: { card: { type: 'string', title: 'Card' } },
});

const went: DryRunResult = {
  status: 'failed',
  error: {
    type: 'https://example.com/expression',
    status: 400,
    title: 'No total',
  },
  virtualMs: 60_000,
  tasks: [
    {
      key: '/do/0/charge',
      ref: '/do/0/charge',
      name: 'charge',
      status: 'completed',
      input: { value: { card: 'visa' } },
      retries: [],
    },
    {
      key: '/do/1/sum',
      ref: '/do/1/sum',
      name: 'sum',
      status: 'failed',
      error: { type: 'x', status: 400, title: 'No total' },
      retries: [],
    },
  ],
  calls: [
    {
      task: '/do/0/charge',
      kind: 'http',
      target: 'POST https://pay.example/charges',
      mocked: false,
    },
  ],
};

function open(dryRun: () => Promise<DryRunResult> = async () => went) {
  const client = new FakeOrchestratorClient({ workflows: [pay], dryRun });
  renderOrchestrator('/workflows/pay/run', client);
  return client;
}

async function fillIn(text: string) {
  await userEvent.type(
    await screen.findByRole('textbox', { name: /^Card/ }),
    text,
  );
}

const dryRun = () =>
  userEvent.click(screen.getByRole('button', { name: 'Dry run' }));

describe('a dry run', () => {
  it('tells what each task would do and where it would fail, and runs nothing', async () => {
    const client = open();
    await fillIn('visa');
    await dryRun();

    const report = await screen.findByRole('region', { name: /^Dry run/ });
    const [charge, sum] = within(report).getAllByRole('listitem');
    expect(charge).toHaveTextContent(
      'Completedchargewould call POST https://pay.example/charges',
    );
    expect(sum).toHaveTextContent('FailedsumNo total');
    expect(report).toHaveTextContent('Would wait1m 00s');
    expect(client.trials.dryRuns).toEqual([
      { workflowId: 'pay', inputData: { card: 'visa' } },
    ]);
    expect(client.executed).toEqual([]);
  });

  it('is not shown any more when the input is another', async () => {
    open();
    await fillIn('visa');
    await dryRun();
    const report = await screen.findByRole('region', { name: /^Dry run/ });
    await fillIn('!');
    expect(report).not.toBeInTheDocument();
  });

  it('is not made with a value missing', async () => {
    const client = open();
    await screen.findByRole('textbox', { name: /^Card/ });
    await dryRun();
    expect(
      await screen.findByRole('button', { name: 'Card is required' }),
    ).toBeInTheDocument();
    expect(client.trials.dryRuns).toEqual([]);
  });

  it('shows what the server finds wrong at the field', async () => {
    open(async () => {
      throw await answerError(422, 'INPUT_INVALID', 'does not fit', [
        { pointer: '/card', message: 'is expired' },
      ]);
    });
    await fillIn('visa');
    await dryRun();
    expect(
      await screen.findByRole('button', { name: 'Card is expired' }),
    ).toBeInTheDocument();
  });

  it('says why it could not be made', async () => {
    open(async () => {
      throw await answerError(503, 'STORE_UNAVAILABLE', 'The database is away');
    });
    await fillIn('visa');
    await dryRun();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
  });
});
