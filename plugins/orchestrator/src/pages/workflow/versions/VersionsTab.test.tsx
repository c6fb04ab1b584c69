import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { runnable } from '../../../__testUtils__/definitions';
import type { FakeVersion } from '../../../__testUtils__/FakeContent';
import { FakeOrchestratorClient } from '../../../__testUtils__/FakeOrchestratorClient';
import { renderOrchestrator } from '../../../__testUtils__/renderOrchestrator';

function version(number: number, tasks: readonly string[]): FakeVersion {
  return {
    version: `1.${number}.0`,
    hash: `hash${number}`,
    current: false,
    valid: true,
    loadedAt: `2026-01-0${number}T10:00:00.000Z`,
    source: tasks.map(task => `- ${task}: {}\n`).join(''),
    definition: { do: tasks.map(task => ({ [task]: {} })) },
    graph: {
      nodes: tasks.map((task, index) => ({
        id: `/do/${index}/${task}`,
        kind: 'set',
        title: task,
        container: '/do',
        extensions: [],
      })),
      containers: [{ id: '/do', role: 'workflow', nodes: [] }],
      edges: [],
    },
  };
}

const third = { ...version(3, ['fetch', 'charge', 'ship']), current: true };
const second = version(2, ['fetch', 'charge']);
const first = version(1, ['charge']);

function open(versions: readonly FakeVersion[], query = '') {
  const client = new FakeOrchestratorClient({
    workflows: [runnable('pay')],
    versions: { pay: versions },
  });
  renderOrchestrator(`/workflows/pay?tab=versions${query}`, client);
  return client;
}

describe('the versions of a workflow', () => {
  it('show what has changed last, in the tasks and in the text', async () => {
    open([third, second, first]);
    expect(await screen.findByRole('row', { name: /ship/ })).toHaveTextContent(
      'shipAddedset',
    );
    const text = await screen.findByRole('list', { name: 'Changed lines' });
    const lines = within(text).getAllByRole('listitem');
    expect(lines.map(line => line.textContent)).toEqual([
      '11- fetch: {}',
      '22- charge: {}',
      '3+- ship: {}',
    ]);
    expect(within(lines[2]).getByText('- ship: {}').tagName).toBe('INS');
  });

  it('can be compared in any order, named by the address', async () => {
    open([third, second, first], '&a=1.3.0&b=hash1');
    expect(await screen.findByRole('row', { name: /ship/ })).toHaveTextContent(
      'Removed',
    );
    expect(screen.getByRole('row', { name: /fetch/ })).toHaveTextContent(
      'Removed',
    );
  });

  it('can be chosen', async () => {
    open([third, second, first]);
    await screen.findByRole('row', { name: /ship/ });
    await userEvent.click(screen.getByRole('button', { name: /From/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /^1\.1\.0/ }),
    );
    expect(await screen.findByRole('row', { name: /fetch/ })).toHaveTextContent(
      'Added',
    );
  });

  it('are one, and nothing is to be compared', async () => {
    open([third]);
    expect(
      await screen.findByText(/has had one version so far/),
    ).toBeInTheDocument();
  });

  it('say when they cannot be loaded, and are loaded when the server is back', async () => {
    const client = open([]);
    client.outage = new Error('The database is away');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database is away');
    client.outage = undefined;
    await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByText(/has had one version so far/),
    ).toBeInTheDocument();
  });
});
