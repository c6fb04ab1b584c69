import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrchestratorClient } from '../../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../../__testUtils__/renderOrchestrator';

const error = {
  type: 'https://example.com/errors/down',
  status: 503,
  title: 'Down',
};

const begun = { kind: 'call', input: { value: {} } };

function newLog() {
  return new InstanceLog('run-1', 'hello', '2026-01-01T10:00:00Z').add(
    { type: 'instance.created', data: { input: { value: {} } } },
    { type: 'instance.started', data: {} },
    { type: 'task.started', task: '/do/0/create', data: begun },
    {
      type: 'task.completed',
      task: '/do/0/create',
      data: { output: { value: {} }, durationMs: 1 },
    },
  );
}

function failedLog() {
  return newLog().add(
    { type: 'task.started', task: '/do/1/drop', data: begun },
    {
      type: 'task.failed',
      task: '/do/1/drop',
      data: { error, final: true, canRetry: true },
    },
    {
      type: 'instance.failed',
      data: { error, canRetry: true },
    },
  );
}

function waitingLog() {
  return newLog().add(
    {
      type: 'task.started',
      task: '/do/1/confirmed',
      data: { ...begun, kind: 'listen' },
    },
    {
      type: 'event.awaited',
      task: '/do/1/confirmed',
      data: { listenId: 'l', eventTypes: ['com.example.confirmed'] },
    },
    {
      type: 'instance.status_changed',
      data: { from: 'running', to: 'waiting' },
    },
  );
}

function open(log: InstanceLog, query = '') {
  const client = new FakeOrchestratorClient({ logs: [log] });
  renderOrchestrator(`/instances/run-1${query}`, client);
  return client;
}

async function press(name: string, within_ = screen.getByRole('dialog')) {
  await userEvent.click(within(within_).getByRole('button', { name }));
}

async function openDialog(button: string, place?: HTMLElement) {
  const buttons = place ? within(place) : screen;
  await userEvent.click(await buttons.findByRole('button', { name: button }));
  return screen.findByRole('dialog');
}

it('lets the page go on at its start once an act has taken its own button away', async () => {
  const log = newLog();
  open(log);
  await openDialog('Pause');
  await press('Pause run');
  act(() => {
    log.add({
      type: 'instance.suspended',
      data: { reason: 'Not now' },
    });
  });
  await screen.findByRole('button', { name: 'Resume' });
  await waitFor(() =>
    expect(screen.getByRole('main').firstElementChild).toHaveFocus(),
  );
});

describe('a failed run', () => {
  it('is retried where it has failed, from beside its error', async () => {
    const client = open(failedLog());
    const failure = await screen.findByRole('region', { name: 'Failure' });
    const dialog = await openDialog('Retry', failure);
    expect(dialog).toHaveTextContent('drop runs again, in the same run');
    await press('Retry');

    await waitFor(() => expect(client.acts).toHaveLength(1));
    expect(client.acts[0]).toEqual({
      act: 'retry',
      request: {
        instanceId: 'run-1',
        from: undefined,
        idempotencyKey: expect.any(String),
      },
    });
  });

  it('is retried from an earlier task, having said what begins anew', async () => {
    const client = open(failedLog(), '?task=/do/0/create');
    const dialog = await openDialog('Retry from here');
    expect(dialog).toHaveTextContent('Runs again: create, drop');
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'New data');
    await press('Retry');

    await waitFor(() =>
      expect(client.acts).toEqual([
        {
          act: 'retry',
          request: expect.objectContaining({
            from: '/do/0/create',
            reason: 'New data',
          }),
        },
      ]),
    );
  });

  it('is run again with the same input', async () => {
    const client = open(failedLog());
    client.logs.push(
      new InstanceLog('new-instance', 'hello', '2026-01-02T10:00:00Z').add({
        type: 'instance.created',
        data: { input: { value: {} } },
      }),
    );
    await openDialog('Run again');
    await press('Run with the same input');
    expect(await screen.findByText('new-instance')).toBeInTheDocument();
    expect(client.acts).toEqual([
      {
        act: 'rerun',
        request: {
          instanceId: 'run-1',
          idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      },
    ]);
  });

  it('leads to its form again, filled in', async () => {
    open(failedLog());
    await openDialog('Run again');
    expect(
      screen.getByRole('link', { name: 'Change the input first' }),
    ).toHaveAttribute('href', '/orchestrator/workflows/hello/run?from=run-1');
  });

  it('lets somebody decide what becomes of the task', async () => {
    const client = open(failedLog(), '?task=/do/1/drop');
    const panel = await screen.findByRole('complementary', { name: /drop/ });
    await openDialog('Complete', panel);
    const output = screen.getByLabelText('Output');
    await userEvent.clear(output);
    await userEvent.type(output, '{{"ok"');
    expect(
      screen.getByRole('button', { name: 'Complete task' }),
    ).toBeDisabled();
    await userEvent.type(output, ':true}');
    await press('Complete task');

    await waitFor(() =>
      expect(client.acts).toEqual([
        {
          act: 'completeTask',
          request: expect.objectContaining({
            taskRef: '/do/1/drop',
            output: { ok: true },
          }),
        },
      ]),
    );
  });
});

describe('a run that goes on', () => {
  it('is paused, and then offers to be resumed', async () => {
    const log = newLog();
    const client = open(log);
    await openDialog('Pause');
    await press('Pause run');
    await waitFor(() => expect(client.acts[0]?.act).toBe('suspend'));

    act(() => {
      log.add({ type: 'instance.suspended', data: { reason: 'Lunch' } });
    });
    expect(
      await screen.findByRole('button', { name: 'Resume' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
    expect(screen.getByText('Lunch')).toBeInTheDocument();
  });

  it('gets the event that it waits for, as often as one likes', async () => {
    const client = open(waitingLog());
    const dialog = await openDialog('Send event');
    await waitFor(() =>
      expect(within(dialog).getByLabelText('Type')).toHaveValue(
        'com.example.confirmed',
      ),
    );
    await press('Send event');

    expect(await screen.findByText(/An event was sent/)).toBeInTheDocument();
    expect(client.acts).toEqual([
      {
        act: 'sendEvent',
        request: expect.objectContaining({
          specversion: '1.0',
          type: 'com.example.confirmed',
          data: {},
        }),
      },
    ]);
    expect(screen.getByRole('button', { name: 'Send event' })).toBeEnabled();
  });
});

it('names the runs that a run has started, and the one that has started it', async () => {
  const parent = { instanceId: 'run-1', effectId: 'e' };
  const child = new InstanceLog('run-2', 'other', '2026-01-01T10:00:00Z').add({
    type: 'instance.created',
    data: { input: { value: {} }, parent },
  });
  const client = new FakeOrchestratorClient({ logs: [newLog(), child] });
  renderOrchestrator('/instances/run-1?tab=related', client);
  expect(await screen.findByRole('link', { name: 'run-2' })).toHaveAttribute(
    'href',
    '/orchestrator/instances/run-2',
  );
});
