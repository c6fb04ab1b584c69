import { mockApis } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { runnable } from '../../../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../../__testUtils__/renderOrchestrator';

const deploy = runnable('deploy', {
  type: 'object',
  required: ['service'],
  properties: {
    service: { type: 'string', title: 'Service' },
    key: { type: 'string', title: 'Key', writeOnly: true },
    replicas: { type: 'integer', title: 'Replicas', default: 2 },
  },
});

const plain = runnable('plain');

/** A browser of one person: what is kept in it outlives the visits. */
function browser() {
  const storage = mockApis.storage();
  const client = new FakeOrchestratorClient({
    workflows: [deploy, plain],
    logs: [
      new InstanceLog('run-1', 'deploy', '2026-01-01T10:00:00Z').add({
        type: 'instance.created',
        data: { input: { value: {} } },
      }),
    ],
    execute: async () => 'run-1',
  });
  const visit = (workflowId = 'deploy') =>
    renderOrchestrator(`/workflows/${workflowId}/run`, client, { storage });
  return { client, visit };
}

const service = () => screen.findByRole('textbox', { name: /^Service/ });
const saved = () => screen.findByText(/^Draft saved at \d\d:\d\d:\d\d$/);
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('the draft of an input', () => {
  it('is offered after a reload, without its secrets', async () => {
    const { visit } = browser();
    const first = visit();
    await userEvent.type(await service(), 'payments');
    await userEvent.type(screen.getByLabelText(/Key/), 'open sesame');
    await saved();
    first.unmount();

    visit();
    expect(await service()).toHaveValue('');
    await screen.findByText(/^There is a draft of/);
    await press('Restore');

    await waitFor(async () => expect(await service()).toHaveValue('payments'));
    expect(screen.getByLabelText(/Key/)).toHaveValue('');
    expect(screen.queryByText(/^There is a draft of/)).toBeNull();
  });

  it('is kept also when the page is left at once', async () => {
    const { visit } = browser();
    const first = visit();
    await userEvent.type(await service(), 'pay');
    first.unmount();
    visit();
    expect(await screen.findByText(/^There is a draft of/)).toBeVisible();
  });

  it('is gone when it was discarded', async () => {
    const { visit } = browser();
    const first = visit();
    await userEvent.type(await service(), 'pay');
    await saved();
    first.unmount();

    const second = visit();
    await screen.findByText(/^There is a draft of/);
    await press('Discard');
    second.unmount();

    visit();
    await service();
    expect(screen.queryByText(/^There is a draft of/)).toBeNull();
  });

  it('is gone once it was run', async () => {
    const { client, visit } = browser();
    const first = visit();
    await userEvent.type(await service(), 'pay');
    await saved();
    await press('Run');
    await screen.findByTestId('live-chip');
    expect(client.executed).toHaveLength(1);
    first.unmount();

    visit();
    await service();
    expect(screen.queryByText(/^There is a draft of/)).toBeNull();
  });

  it('is of one workflow alone, and not made by the defaults of a form', async () => {
    const { visit } = browser();
    const first = visit();
    await userEvent.type(await service(), 'pay');
    await saved();
    first.unmount();

    const second = visit('plain');
    await screen.findByRole('textbox', { name: 'Input' });
    expect(screen.queryByText(/^There is a draft of/)).toBeNull();
    second.unmount();

    visit();
    await screen.findByText(/^There is a draft of/);
  });

  it('is kept of JSON, too, as far as it is some', async () => {
    const { visit } = browser();
    const first = visit('plain');
    const input = await screen.findByRole('textbox', { name: 'Input' });
    await userEvent.clear(input);
    await userEvent.type(input, '{{"size": 3, "apiToken": "x"}');
    await saved();
    first.unmount();

    visit('plain');
    await screen.findByText(/^There is a draft of/);
    await press('Restore');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Input' })).toHaveValue(
        '{\n  "size": 3\n}',
      ),
    );
  });
});
