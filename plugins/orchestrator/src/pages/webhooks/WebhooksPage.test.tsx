import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { runnable } from '../../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { someDelivery, someWebhook } from '../../__testUtils__/FakeWebhooks';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

function open(path: string, webhooks = [someWebhook()]) {
  const client = new FakeOrchestratorClient({
    webhooks,
    workflows: [runnable('hello')],
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

describe('the webhooks', () => {
  it('are listed with how they fare, each leading to its page', async () => {
    open('/webhooks', [
      someWebhook(),
      someWebhook({
        id: 'w-2',
        url: 'https://gone.example.com',
        enabled: false,
        disabledBecause: 'It answered 410',
      }),
    ]);
    const on = await screen.findByRole('row', { name: /chat\.example\.com/ });
    expect(on).toHaveTextContent('On');
    expect(on).toHaveTextContent('workflow.faulted');
    const gone = screen.getByRole('row', { name: /gone\.example\.com/ });
    expect(gone).toHaveTextContent('Switched off');
    expect(gone).toHaveTextContent('It answered 410');
    expect(within(on).getByRole('link')).toHaveAttribute(
      'href',
      '/orchestrator/webhooks/w-1',
    );
  });

  it('say what one is good for when there is none, and lead to the form', async () => {
    open('/webhooks', []);
    await screen.findByText(/There are no webhooks/);
    const [link] = screen.getAllByRole('link', { name: 'New webhook' });
    expect(link).toHaveAttribute('href', '/orchestrator/webhooks/new');
  });

  it('say what failed, and recover by Retry', async () => {
    const client = new FakeOrchestratorClient({ webhooks: [someWebhook()] });
    client.outage = new Error('The database is away');
    renderOrchestrator('/webhooks', client);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database is away');
    client.outage = undefined;
    await press('Retry');
    expect(
      await screen.findByRole('row', { name: /chat\.example\.com/ }),
    ).toBeInTheDocument();
  });
});

describe('a new webhook', () => {
  it('is told its address and its events, and shows its secret once', async () => {
    const client = open('/webhooks/new', []);
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Address/ }),
      'https://example.com/hooks',
    );
    const runs = screen.getByRole('group', { name: 'Of runs' });
    await userEvent.click(
      within(runs).getByRole('checkbox', { name: /Failed/ }),
    );
    await press('Create webhook');
    expect(await screen.findByText('whsec_made-for-you')).toBeInTheDocument();
    expect(client.webhooks.created).toEqual([
      {
        url: 'https://example.com/hooks',
        events: ['workflow.faulted'],
        workflowIds: [],
      },
    ]);
    expect(
      screen.getByRole('link', { name: 'Open the webhook' }),
    ).toHaveAttribute('href', '/orchestrator/webhooks/w-1');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('says what is missing, and goes to the first field that is wrong', async () => {
    const client = open('/webhooks/new', []);
    const address = await screen.findByRole('textbox', { name: /Address/ });
    await userEvent.type(address, 'example.com');
    await press('Create webhook');
    expect(
      await screen.findByText(/begins with https:\/\/ or http:\/\//),
    ).toBeInTheDocument();
    expect(screen.getByText('Choose at least one event')).toBeInTheDocument();
    expect(address).toHaveFocus();
    expect(client.webhooks.created).toEqual([]);
  });

  it('keeps what was entered when the server refuses it', async () => {
    open('/webhooks/new', []);
    const address = await screen.findByRole('textbox', { name: /Address/ });
    await userEvent.type(address, 'https://forbidden.example.com');
    await userEvent.click(
      screen.getByRole('checkbox', { name: /All of runs/ }),
    );
    await press('Create webhook');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The host is not among egress.allowedHosts',
    );
    expect(address).toHaveValue('https://forbidden.example.com');
  });

  it('takes all events of a family, those to come included', async () => {
    open('/webhooks/new', []);
    const runs = await screen.findByRole('group', { name: 'Of runs' });
    await userEvent.click(
      within(runs).getByRole('checkbox', { name: /All of runs/ }),
    );
    expect(
      within(runs).getByRole('checkbox', { name: /Completed/ }),
    ).toBeDisabled();
  });
});

describe('a webhook', () => {
  it('is sent a test, and tells what came of it', async () => {
    open('/webhooks/w-1');
    await press('Send a test');
    expect(
      await screen.findByText('The test: HTTP 204 after 31 ms'),
    ).toBeInTheDocument();
    expect(await screen.findByText('webhook.test')).toBeInTheDocument();
  });

  it('shows each attempt of a delivery with its answer, and sends it again', async () => {
    const client = new FakeOrchestratorClient({ webhooks: [someWebhook()] });
    client.webhooks.deliveries.push(
      someDelivery({
        status: 'failed',
        attempts: [
          {
            at: '2026-01-01T10:00:00.000Z',
            status: 503,
            durationMs: 12,
            answer: 'out of order',
          },
          {
            at: '2026-01-01T10:00:05.000Z',
            durationMs: 15_000,
            error: 'no answer within 15 s',
          },
        ],
      }),
    );
    renderOrchestrator('/webhooks/w-1', client);
    await userEvent.click(await screen.findByText('workflow.faulted'));
    const attempts = screen.getByRole('list', { name: 'Attempts' });
    const [first, second] = within(attempts).getAllByRole('listitem');
    expect(first).toHaveTextContent('HTTP 503 after 12 ms');
    expect(first).toHaveTextContent('out of order');
    expect(second).toHaveTextContent('no answer within 15 s after 15 s');
    expect(screen.getByRole('link', { name: 'run-1' })).toHaveAttribute(
      'href',
      '/orchestrator/instances/run-1',
    );
    await press('Send again');
    expect(await screen.findAllByText('To be sent')).not.toHaveLength(0);
    expect(client.webhooks.deliveries[0].status).toBe('pending');
  });

  it('narrows its deliveries by the address, and says when none is left', async () => {
    const client = new FakeOrchestratorClient({ webhooks: [someWebhook()] });
    client.webhooks.deliveries.push(someDelivery());
    renderOrchestrator('/webhooks/w-1?status=failed', client);
    expect(
      await screen.findByText('No delivery is “Failed”.'),
    ).toBeInTheDocument();
    await press('Show all');
    expect(await screen.findByText('HTTP 204 after 31 ms')).toBeInTheDocument();
  });

  it('is switched off, and on again', async () => {
    const client = open('/webhooks/w-1');
    await press('Switch off');
    await confirm('Switch off');
    expect(
      await screen.findByRole('button', { name: 'Switch on' }),
    ).toBeInTheDocument();
    expect((await client.webhooks.get('w-1')).enabled).toBe(false);
  });

  it('gets a new secret, which is shown once', async () => {
    open('/webhooks/w-1');
    await press('New secret');
    await confirm('Make a new secret');
    expect(await screen.findByText('whsec_new')).toBeInTheDocument();
  });

  it('is changed in its settings, patterns written by hand included', async () => {
    const client = open('/webhooks/w-1?tab=settings', [
      someWebhook({ events: ['workflow.faulted', 'workflow.c*'] }),
    ]);
    const apart = await screen.findByRole('group', { name: 'Others' });
    expect(
      within(apart).getByRole('checkbox', { name: 'workflow.c*' }),
    ).toBeChecked();
    const address = screen.getByRole('textbox', { name: /Address/ });
    await userEvent.clear(address);
    await userEvent.type(address, 'https://other.example.com');
    await press('Save');
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(await client.webhooks.get('w-1')).toMatchObject({
      url: 'https://other.example.com',
      events: ['workflow.faulted', 'workflow.c*'],
    });
  });

  it('is deleted after a question, and gone from the list', async () => {
    const client = open('/webhooks/w-1');
    await press('Delete');
    await confirm('Delete');
    expect(
      await screen.findByText(/There are no webhooks/),
    ).toBeInTheDocument();
    await waitFor(() => expect(client.webhooks.list().items).toEqual([]));
  });

  it('that there is not says so', async () => {
    open('/webhooks/nowhere');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no webhook "nowhere"',
    );
  });
});
