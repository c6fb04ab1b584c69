import { mockApis } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { runnable } from '../../../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../../__testUtils__/renderOrchestrator';

const error = { type: 'https://example.com/down', status: 503, title: 'Down' };

function open(query: string, storage = mockApis.storage()) {
  const log = (id: string) =>
    new InstanceLog(id, 'pay', '2026-01-01T10:00:00Z').add({
      type: 'instance.created',
      data: { input: { value: {} } },
    });
  const client = new FakeOrchestratorClient({
    workflows: [runnable('pay')],
    logs: [
      log('run-1'),
      log('run-2').add({ type: 'instance.failed', data: { error } }),
    ],
  });
  return renderOrchestrator(`/instances${query}`, client, { storage });
}

async function choose(item: string, menu = 'Views') {
  await userEvent.click(await screen.findByRole('button', { name: menu }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

async function saveAs(name: string, menu?: string) {
  await choose('Save this view…', menu);
  await userEvent.type(await screen.findByLabelText('Name'), `${name}{Enter}`);
  await screen.findByRole('button', { name });
}

describe('views of the instances', () => {
  it('are kept under a name, for the next visit', async () => {
    const storage = mockApis.storage();
    const first = open('?status=failed', storage);
    await saveAs('Trouble');
    first.unmount();

    open('', storage);
    expect(await screen.findByText('run-1')).toBeInTheDocument();
    await choose('Trouble');
    await waitFor(() => expect(screen.queryByText('run-1')).toBeNull());
    expect(screen.getByText('run-2')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Trouble' })).toBeVisible();
  });

  it('are known by their filters, whatever the page', async () => {
    const storage = mockApis.storage();
    const first = open('?workflow=pay&status=failed&page=2', storage);
    await saveAs('Mine');
    first.unmount();
    open('?status=failed&workflow=pay', storage);
    expect(await screen.findByRole('button', { name: 'Mine' })).toBeVisible();
  });

  it('can be deleted', async () => {
    const storage = mockApis.storage();
    const first = open('?status=failed', storage);
    await saveAs('Trouble');
    await choose('Delete “Trouble”', 'Trouble');
    await screen.findByRole('button', { name: 'Views' });
    first.unmount();

    open('', storage);
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
    await screen.findByRole('menuitem', { name: 'Save this view…' });
    expect(screen.getAllByRole('menuitem')).toHaveLength(1);
  });

  it('replace one of the same name, which is said before', async () => {
    open('?status=failed');
    await saveAs('Trouble');
    await choose('Save this view…', 'Trouble');
    await userEvent.type(await screen.findByLabelText('Name'), 'Trouble');
    expect(screen.getByText(/it is replaced/)).toBeVisible();
  });
});
