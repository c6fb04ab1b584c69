import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrchestratorClient } from '../../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../../__testUtils__/InstanceLog';
import { withHeights } from '../../../__testUtils__/layout';
import { renderOrchestrator } from '../../../__testUtils__/renderOrchestrator';

const charge = '/do/0/charge';
const badGateway = {
  type: 'https://serverlessworkflow.io/spec/1.0.0/errors/communication',
  status: 502,
  title: 'Bad Gateway',
};

beforeAll(withHeights);

function chargingLog() {
  return new InstanceLog('run-1', 'pay', '2026-01-01T10:00:00Z').add(
    { type: 'instance.created', data: { input: { value: {} } } },
    { type: 'instance.started', data: {} },
    {
      type: 'task.started',
      task: charge,
      data: { kind: 'call', input: { value: {} } },
    },
  );
}

/** A run whose loop has written so many lines more. */
function longLog(lines: number) {
  const log = chargingLog();
  for (let pass = 0; pass < lines; pass++) {
    log.add({
      type: 'task.started',
      task: `/do/1/each/do/0/step${pass}[${pass}]`,
      data: { kind: 'set', input: { value: {} } },
    });
  }
  return log;
}

function openLog(log: InstanceLog, query = '') {
  const client = new FakeOrchestratorClient({ logs: [log] });
  renderOrchestrator(`/instances/run-1?tab=log${query}`, client);
  return client;
}

async function shownLines() {
  const log = await screen.findByRole('log', { name: 'Log' });
  return within(log).getAllByRole('listitem');
}

function fail(log: InstanceLog) {
  log.add(
    {
      type: 'task.failed',
      task: charge,
      data: { error: badGateway, final: true },
    },
    { type: 'instance.failed', data: { error: badGateway } },
  );
}

describe('the log of a run', () => {
  it('shows line by line what the run says, and goes on as it does', async () => {
    const log = chargingLog();
    openLog(log);
    expect(await shownLines()).toHaveLength(3);

    act(() => fail(log));

    await waitFor(async () => expect(await shownLines()).toHaveLength(5));
    expect((await shownLines())[3]).toHaveTextContent(
      'Errorchargecharge failed',
    );
    expect(screen.getByText('5 lines')).toBeInTheDocument();
  });

  it('leads from a line to its task, and from a task to its lines', async () => {
    openLog(chargingLog());
    await shownLines();
    await userEvent.click(screen.getByRole('link', { name: 'charge' }));
    const panel = await screen.findByRole('complementary', {
      name: 'Task charge',
    });

    await userEvent.click(
      within(panel).getByRole('link', { name: 'Log of this task' }),
    );
    await waitFor(async () => expect(await shownLines()).toHaveLength(1));
    await userEvent.click(
      screen.getByRole('button', { name: 'Only /do/0/charge' }),
    );
    await waitFor(async () => expect(await shownLines()).toHaveLength(3));
  });

  it('finds text, marks it and counts where it is', async () => {
    openLog(chargingLog());
    await shownLines();
    await userEvent.type(screen.getByRole('searchbox'), 'INSTANCE');

    expect(await screen.findByText('2 found in 3 lines')).toBeInTheDocument();
    const [first] = await shownLines();
    expect(within(first).getByText('instance').tagName).toBe('MARK');
  });

  it('says that nothing is so grave, and shows all again', async () => {
    openLog(chargingLog(), '&level=error');
    await screen.findByText('No line is as you want it.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await shownLines()).toHaveLength(3);
  });

  it('shows the errors alone', async () => {
    const log = chargingLog();
    fail(log);
    openLog(log, '&level=error');
    expect(await shownLines()).toHaveLength(2);
  });

  it('gives each line an address, and marks the one that is named', async () => {
    openLog(chargingLog());
    await shownLines();
    await userEvent.click(screen.getByRole('link', { name: /, line 2$/ }));
    const lines = await shownLines();
    expect(lines.map(line => line.getAttribute('aria-current'))).toEqual([
      null,
      'true',
      null,
    ]);
  });

  it('loads a long log from its end, draws little of it, and loads the rest when asked', async () => {
    openLog(longLog(7000));
    expect((await shownLines()).length).toBeLessThan(100);
    expect(screen.getByText('1,000 of 7,003 lines')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Load all' }));
    expect(await screen.findByText('7,003 lines')).toBeInTheDocument();
  });

  it('searches all of a long log, also what was not loaded yet', async () => {
    openLog(longLog(7000));
    await screen.findByText('1,000 of 7,003 lines');
    await userEvent.type(screen.getByRole('searchbox'), 'step1777');
    expect(
      await screen.findByText('1 found in 7,003 lines'),
    ).toBeInTheDocument();
  });

  it('takes along what is shown, as a file', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = file => {
      if (file instanceof Blob) files.push(file);
      return 'blob:file';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    openLog(chargingLog(), '&q=charge');
    await shownLines();
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));

    const text = await new Response(files[0]).text();
    expect(text).toBe(
      '2026-01-01T10:00:00.000Z\tinfo\t/do/0/charge\tcharge started\n',
    );
  });

  it('says why there is no log, and loads it when the server is back', async () => {
    const client = openLog(chargingLog());
    client.outage = new Error('The database is away');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database is away');
    client.outage = undefined;
    await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(await shownLines()).toHaveLength(3);
  });
});
