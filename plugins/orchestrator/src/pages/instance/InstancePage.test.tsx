import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeOrchestratorClient,
  type FakeContent,
} from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

function startedLog() {
  return new InstanceLog('run-1', 'hello', '2026-01-01T10:00:00Z').add(
    {
      type: 'instance.created',
      data: {
        input: { value: { name: 'Ada' } },
        initiator: 'user:default/ada',
      },
    },
    { type: 'instance.started', data: {} },
    {
      type: 'task.started',
      task: '/do/0/greet',
      data: { kind: 'set', input: { value: { name: 'Ada' } } },
    },
  );
}

function openInstance(
  log: InstanceLog,
  query = '',
  content: Pick<FakeContent, 'maxTasks'> = {},
) {
  const client = new FakeOrchestratorClient({ logs: [log], ...content });
  renderOrchestrator(`/instances/run-1${query}`, client);
  return client;
}

const badGateway = {
  type: 'https://serverlessworkflow.io/spec/1.0.0/errors/communication',
  status: 502,
  title: 'Bad Gateway',
  detail: 'the flaky service answered 502',
  instance: '/do/0/greet',
};

describe('the instance page', () => {
  it('follows a run to its result without a reload', async () => {
    const log = startedLog();
    openInstance(log);
    const row = await screen.findByRole('row', { name: /greet/ });
    expect(within(row).getByText('Running')).toBeInTheDocument();
    expect(screen.getByTestId('live-chip')).toHaveTextContent('Live');
    expect(document.title).toMatch(/^Running: hello \|/);

    act(() => {
      log.add(
        {
          type: 'task.completed',
          task: '/do/0/greet',
          data: { output: { value: {} }, durationMs: 1200 },
          afterMs: 1200,
        },
        {
          type: 'instance.completed',
          data: {
            durationMs: 1200,
            output: {
              value: {
                result: {
                  message: 'Said **hello**',
                  outputs: [
                    { key: 'Report', value: '/docs/report', format: 'link' },
                    { key: 'Trap', value: 'data:text/html,x', format: 'link' },
                  ],
                },
              },
            },
          },
        },
      );
    });

    expect(await within(row).findByText('Completed')).toBeInTheDocument();
    expect(within(row).getByText('1.2 s')).toBeInTheDocument();
    expect(screen.getByTestId('live-chip')).toHaveTextContent('Finished');
    expect(document.title).toMatch(/^Completed: hello \|/);
    const result = await screen.findByRole('region', { name: 'Result' });
    expect(within(result).getByText('hello').tagName).toBe('STRONG');
    expect(
      within(result).getByRole('link', { name: '/docs/report' }),
    ).toHaveAttribute('href', '/docs/report');
    expect(
      within(result).getByText('data:text/html,x').closest('a'),
    ).toBeNull();
  });

  it('lands on the error of a failed run and leads to its task', async () => {
    openInstance(
      startedLog().add(
        {
          type: 'task.failed',
          task: '/do/0/greet',
          data: { error: badGateway, final: true },
        },
        { type: 'instance.failed', data: { error: badGateway } },
      ),
    );

    const failure = await screen.findByRole('region', { name: 'Failure' });
    expect(failure).toHaveTextContent('greet: Bad Gateway');
    expect(failure).toHaveTextContent('the flaky service answered 502');
    await userEvent.click(
      within(failure).getByRole('link', { name: 'Show the task' }),
    );
    const panel = await screen.findByRole('complementary', {
      name: 'Task greet',
    });
    expect(within(panel).getByText('Input')).toBeInTheDocument();
  });

  it('opens the task that the address names, and closes it by Escape', async () => {
    openInstance(startedLog(), `?task=${encodeURIComponent('/do/0/greet')}`);
    const panel = await screen.findByRole('complementary', {
      name: 'Task greet',
    });
    expect(within(panel).getByText('/do/0/greet')).toBeInTheDocument();

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(panel).not.toBeInTheDocument());
  });

  it('cancels once, after a confirmation, and is busy until the run has ended', async () => {
    const log = startedLog();
    const client = openInstance(log);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'Too late');
    await userEvent.dblClick(
      within(dialog).getByRole('button', { name: 'Cancel run' }),
    );

    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(client.acts).toEqual([
      {
        act: 'cancel',
        request: expect.objectContaining({
          instanceId: 'run-1',
          reason: 'Too late',
        }),
      },
    ]);
    expect(
      await screen.findByRole('button', { name: /Cancel/ }),
    ).toHaveAttribute('data-pending', 'true');

    act(() => {
      log.add({ type: 'instance.cancelled', data: { forced: false } });
    });
    expect(await screen.findAllByText('Cancelled')).not.toHaveLength(0);
    expect(
      screen.queryByRole('button', { name: 'Cancel' }),
    ).not.toBeInTheDocument();
  });

  it('says which attempt failed and when the next one comes', async () => {
    openInstance(
      startedLog().add({
        type: 'task.retry_scheduled',
        task: '/do/0/greet',
        data: {
          attempt: 2,
          of: 3,
          nextAt: new Date(Date.now() + 60_000).toISOString(),
          error: badGateway,
        },
      }),
    );
    const row = await screen.findByRole('row', { name: /greet/ });
    expect(within(row).getByText('Retrying')).toBeInTheDocument();
    expect(row).toHaveTextContent(/attempt 2 in (1m 00s|\d+ s)/);
  });

  it('closes a loop and shows its passes fifty at a time', async () => {
    const log = startedLog().add({
      type: 'task.started',
      task: '/do/1/each',
      data: { kind: 'for', input: { value: {} } },
    });
    for (let pass = 0; pass < 120; pass++) {
      log.add({
        type: 'task.started',
        task: `/do/1/each/do/0/fetch[${pass}]`,
        data: { kind: 'call', input: { value: {} } },
      });
    }
    openInstance(log);
    const open = await screen.findByRole('button', { name: 'Open each' });
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(screen.getByText('120 running')).toBeInTheDocument();

    await userEvent.click(open);
    expect(screen.getByText('fetch #50')).toBeInTheDocument();
    expect(screen.queryByText('fetch #51')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 50 more of 120' }),
    );
    expect(screen.getByText('fetch #100')).toBeInTheDocument();
  });

  describe('of a run of very many tasks', () => {
    function runOfMany() {
      const log = startedLog();
      for (const pass of Array(30).keys()) {
        const task = `/do/1/each/do/0/fetch[${pass}]`;
        log.add({
          type: 'task.started',
          task,
          data: { kind: 'call', input: { value: {} } },
        });
        const fails = { error: badGateway, final: true };
        log.add(
          pass === 3
            ? { type: 'task.failed', task, data: fails }
            : {
                type: 'task.completed',
                task,
                data: { output: { value: {} }, durationMs: 1 },
              },
        );
      }
      return log;
    }

    it('shows what has failed however long ago, and all when asked', async () => {
      openInstance(runOfMany(), '', { maxTasks: 5 });
      expect(await screen.findByText(/^6 of 31 tasks are shown/)).toBeVisible();
      expect(screen.getByText('fetch #4')).toBeInTheDocument();
      expect(screen.queryByText('fetch #5')).not.toBeInTheDocument();

      await userEvent.click(
        screen.getByRole('button', { name: 'Load all 31' }),
      );
      expect(await screen.findByText('fetch #5')).toBeInTheDocument();
      expect(screen.queryByText(/tasks are shown/)).not.toBeInTheDocument();
    });

    it('opens a task that was left out by its address', async () => {
      const task = encodeURIComponent('/do/1/each/do/0/fetch[7]');
      openInstance(runOfMany(), `?task=${task}`, { maxTasks: 5 });
      expect(
        await screen.findByRole('complementary', { name: 'Task fetch #8' }),
      ).toBeInTheDocument();
    });
  });

  it('appends to the history what happens while one looks', async () => {
    const log = startedLog();
    openInstance(log, '?tab=events');
    const events = await screen.findByRole('list', { name: 'Events' });
    expect(within(events).getAllByRole('listitem')).toHaveLength(3);

    act(() => {
      log.add({ type: 'instance.cancel_requested', data: {} });
    });
    expect(
      await within(events).findByText('instance.cancel_requested'),
    ).toBeInTheDocument();
    expect(within(events).getAllByRole('listitem')).toHaveLength(4);
  });

  it('says so when there is no such instance', async () => {
    renderOrchestrator('/instances/none', new FakeOrchestratorClient({}));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no instance "none" that you may see (HTTP 404, INSTANCE_NOT_FOUND)',
    );
  });
});
