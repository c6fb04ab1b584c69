import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { runnable } from '../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../__testUtils__/InstanceLog';
import { orchestratorApiRef } from '../api/OrchestratorClient';
import { orchestratorPlugin } from '../plugin';

const payments = 'component:default/payments';
const baseUrl = 'http://localhost';

function component(workflows?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments',
      namespace: 'default',
      ...(workflows !== undefined && {
        annotations: { 'orchestrator.io/workflows': workflows },
      }),
    },
  };
}

function runFor(targetEntity: string, id: string) {
  return new InstanceLog(id, 'retire', '2026-01-01T10:00:00Z').add(
    {
      type: 'instance.created',
      data: { input: { value: {} }, targetEntity },
    },
    { type: 'instance.started', data: {} },
  );
}

function newClient(logs: readonly InstanceLog[] = []) {
  const workflows = [runnable('retire'), runnable('hello')];
  return new FakeOrchestratorClient({ workflows, logs });
}

/** The page of an entity, with the card and the tab on it. */
function openEntity(
  entity: Entity,
  client: FakeOrchestratorClient,
  extensions: JsonObject[] = [],
) {
  renderTestApp({
    features: [orchestratorPlugin],
    extensions: [createTestEntityPage({ entity })],
    config: { app: { baseUrl, extensions }, backend: { baseUrl } },
    apis: [
      [orchestratorApiRef, client],
      [permissionApiRef, mockApis.permission()],
    ],
  });
}

const card = () => screen.findByRole('region', { name: 'Workflows' });

describe('the card of an entity', () => {
  it('shows the newest runs for it by one request, and leads to the tab', async () => {
    const client = newClient([
      runFor(payments, 'run-1'),
      runFor('component:default/other', 'run-2'),
    ]);
    const asked = jest.spyOn(client, 'listInstances');
    openEntity(component('["retire"]'), client);
    const run = await within(await card()).findByRole('link', {
      name: /retire,/,
    });
    expect(run).toHaveAttribute('href', '/orchestrator/instances/run-1');
    expect(within(await card()).getAllByText('Running')).toHaveLength(1);
    expect(
      within(await card()).getByRole('link', { name: 'Run a workflow' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/workflows$/));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('says that nothing has run yet', async () => {
    openEntity(component('[]'), newClient());
    expect(
      await within(await card()).findByText(
        'No workflow has run for this yet.',
      ),
    ).toBeInTheDocument();
  });

  it('is not there for an entity that names no workflows', async () => {
    const client = newClient();
    const asked = jest.spyOn(client, 'listInstances');
    openEntity(component(), client);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Workflows' })).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it('is shown for others by the configuration, and says how to name workflows', async () => {
    openEntity(component(), newClient(), [
      {
        'entity-card:orchestrator/workflows': {
          config: { filter: { kind: 'component' } },
        },
      },
    ]);
    expect(
      await within(await card()).findByText(
        /in the annotation orchestrator\.io\/workflows/,
      ),
    ).toBeInTheDocument();
  });
});

describe('the tab of an entity', () => {
  it('offers the workflows that it names, each to be run for it', async () => {
    openEntity(component('["retire"]'), newClient());
    expect(
      await screen.findByRole('link', { name: 'Run retire' }),
    ).toHaveAttribute(
      'href',
      '/orchestrator/workflows/retire/run?entity=component%3Adefault%2Fpayments',
    );
    expect(screen.queryByRole('link', { name: 'Run hello' })).toBeNull();
  });

  it('lists all runs for it, and no others', async () => {
    const client = newClient([
      runFor(payments, 'run-1'),
      runFor('component:default/other', 'run-2'),
    ]);
    openEntity(component('[]'), client);
    expect(
      await screen.findByRole('row', { name: /run-1/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /run-2/ })).toBeNull();
  });

  it('says what is wrong with an annotation that cannot be read', async () => {
    openEntity(component('retire'), newClient());
    expect(
      await screen.findByText(/must be a JSON list of workflow ids/),
    ).toBeInTheDocument();
  });
});

it('a run that is started for an entity says so, and is told so', async () => {
  const client = newClient([runFor(payments, 'new-instance')]);
  renderTestApp({
    features: [orchestratorPlugin],
    initialRouteEntries: [
      `/orchestrator/workflows/hello/run?entity=${encodeURIComponent(
        payments,
      )}`,
    ],
    apis: [[orchestratorApiRef, client]],
  });
  expect(await screen.findByText(payments)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() =>
    expect(client.executed).toMatchObject([
      { workflowId: 'hello', targetEntity: payments },
    ]),
  );
});
