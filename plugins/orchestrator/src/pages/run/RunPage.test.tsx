import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerError } from '../../__testUtils__/answerError';
import { brokenWorkflow, runnable } from '../../__testUtils__/definitions';
import {
  FakeOrchestratorClient,
  type Execute,
} from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

const hello = runnable('hello', {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', title: 'Name', minLength: 1 },
    times: { type: 'integer', title: 'Times', minimum: 1, default: 2 },
  },
});

function startedLog(id: string) {
  return new InstanceLog(id, 'hello', '2026-01-01T10:00:00Z').add(
    { type: 'instance.created', data: { input: { value: {} } } },
    { type: 'instance.started', data: {} },
  );
}

function openForm(execute: Execute = async () => 'run-1') {
  const client = new FakeOrchestratorClient({
    workflows: [hello],
    logs: [startedLog('run-1')],
    execute,
  });
  renderOrchestrator('/workflows/hello/run', client);
  return client;
}

function nameField() {
  return screen.findByRole('textbox', { name: /^Name/ });
}

async function pressRun() {
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
}

describe('the run form', () => {
  it('sends what was entered, defaults included, and goes to the instance', async () => {
    const client = openForm();
    await userEvent.type(await nameField(), 'Ada');
    await pressRun();

    expect(await screen.findByTestId('live-chip')).toBeInTheDocument();
    expect(client.executed).toEqual([
      {
        workflowId: 'hello',
        parameters: { name: 'Ada', times: 2 },
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  it('begins with the input of an earlier run, and starts another run of it', async () => {
    const client = new FakeOrchestratorClient({
      workflows: [hello],
      logs: [
        new InstanceLog('run-0', 'hello', '2026-01-01T10:00:00Z').add({
          type: 'instance.created',
          data: { input: { value: { name: 'Ada', times: 5 } } },
        }),
        startedLog('new-instance'),
      ],
    });
    renderOrchestrator('/workflows/hello/run?from=run-0', client);
    expect(await nameField()).toHaveValue('Ada');
    await userEvent.type(await nameField(), ' Byron');
    await pressRun();

    expect(await screen.findByTestId('live-chip')).toBeInTheDocument();
    expect(client.acts).toEqual([
      {
        act: 'rerun',
        request: expect.objectContaining({
          instanceId: 'run-0',
          inputData: { name: 'Ada Byron', times: 5 },
        }),
      },
    ]);
  });

  it('makes one request of a double click', async () => {
    const client = openForm();
    await userEvent.type(await nameField(), 'Ada');
    await userEvent.dblClick(screen.getByRole('button', { name: 'Run' }));

    expect(await screen.findByTestId('live-chip')).toBeInTheDocument();
    expect(client.executed).toHaveLength(1);
  });

  it('sends nothing while a value is missing, and leads from the summary to its field', async () => {
    const client = openForm();
    const name = await nameField();
    await pressRun();

    const entry = await screen.findByRole('button', {
      name: 'Name is required',
    });
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(client.executed).toEqual([]);
    await userEvent.click(entry);
    expect(name).toHaveFocus();
  });

  it('judges a field when it is left', async () => {
    openForm();
    const times = await screen.findByLabelText(/Times/);
    await userEvent.clear(times);
    await userEvent.type(times, '0');
    expect(screen.queryByText('must be >= 1')).not.toBeInTheDocument();
    await userEvent.tab();
    expect(await screen.findByText('must be >= 1')).toBeInTheDocument();
  });

  it('moves nothing under the press that leaves a field', async () => {
    openForm();
    const user = userEvent.setup();
    const times = await screen.findByLabelText(/Times/);
    await user.clear(times);
    await user.type(times, '0');
    const run = screen.getByRole('button', { name: 'Run' });

    await user.pointer({ keys: '[MouseLeft>]', target: run });
    expect(screen.queryByText('must be >= 1')).not.toBeInTheDocument();

    await user.pointer({ keys: '[/MouseLeft]', target: run });
    expect(await screen.findByText('must be >= 1')).toBeInTheDocument();
  });

  it('shows what the server finds wrong at the field, keeps the form, and runs once it is corrected', async () => {
    const client = openForm(async ({ parameters }) => {
      if (parameters?.name !== 'Bob') return 'run-1';
      throw await answerError(422, 'INPUT_INVALID', 'does not fit', [
        { pointer: '/name', message: 'must not be Bob' },
      ]);
    });
    const name = await nameField();
    await userEvent.type(name, 'Bob');
    await pressRun();

    expect(
      await screen.findByRole('button', { name: 'Name must not be Bob' }),
    ).toBeInTheDocument();
    expect(name).toBeInvalid();
    expect(name).toHaveValue('Bob');

    await userEvent.type(name, 'by');
    expect(screen.queryByText('must not be Bob')).not.toBeInTheDocument();
    await pressRun();
    expect(await screen.findByTestId('live-chip')).toBeInTheDocument();
    const [first, second] = client.executed;
    expect(second.idempotencyKey).not.toBe(first.idempotencyKey);
  });

  it('keeps the form when the server is away, and repeats the request under the same key', async () => {
    let isAway = true;
    const client = openForm(async () => {
      if (!isAway) return 'run-1';
      throw await answerError(503, 'STORE_UNAVAILABLE', 'The database is away');
    });
    await userEvent.type(await nameField(), 'Ada');
    await pressRun();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away (HTTP 503, STORE_UNAVAILABLE)',
    );
    expect(await nameField()).toHaveValue('Ada');

    isAway = false;
    await pressRun();
    expect(await screen.findByTestId('live-chip')).toBeInTheDocument();
    const [first, second] = client.executed;
    expect(second).toEqual(first);
  });

  it('refuses a broken definition with the place of its problem', async () => {
    const client = new FakeOrchestratorClient({ workflows: [brokenWorkflow] });
    renderOrchestrator('/workflows/nightly-report/run', client);

    expect(
      await screen.findByText(/line 12, column 11: a call has no property/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Run' }),
    ).not.toBeInTheDocument();
  });

  it('takes a JSON object for a workflow without a schema', async () => {
    const client = new FakeOrchestratorClient({
      workflows: [runnable('plain')],
      logs: [startedLog('run-1')],
      execute: async () => 'run-1',
    });
    renderOrchestrator('/workflows/plain/run', client);
    const input = await screen.findByRole('textbox', { name: /Input/ });
    await userEvent.clear(input);
    await userEvent.type(input, '[[1]');
    await pressRun();
    expect(
      await screen.findByText('The input must be a JSON object: { … }'),
    ).toBeInTheDocument();

    await userEvent.clear(input);
    await userEvent.type(input, '{{"a": 1}');
    await pressRun();
    await waitFor(() =>
      expect(client.executed).toEqual([
        expect.objectContaining({ parameters: { a: 1 } }),
      ]),
    );
  });
});

it('sends lists, free properties and chosen alternatives in the types of the schema', async () => {
  const everything = runnable('everything', {
    type: 'object',
    properties: {
      weight: { type: 'number', title: 'Weight' },
      tags: { type: 'array', title: 'Tags', items: { type: 'string' } },
      labels: {
        type: 'object',
        title: 'Labels',
        additionalProperties: { type: 'string' },
      },
      target: {
        title: 'Target',
        oneOf: [
          {
            title: 'Bucket',
            type: 'object',
            properties: { bucket: { type: 'string', title: 'Bucket name' } },
          },
        ],
      },
    },
  });
  const client = new FakeOrchestratorClient({
    workflows: [everything],
    logs: [startedLog('run-1')],
    execute: async () => 'run-1',
  });
  renderOrchestrator('/workflows/everything/run', client);
  await userEvent.type(await screen.findByLabelText(/Weight/), '1.5');
  const [addTag, addLabel] = screen.getAllByRole('button', {
    name: 'Add Item',
  });
  await userEvent.click(addTag);
  await userEvent.click(addLabel);
  await userEvent.type(screen.getByLabelText(/tags-0/), 'a');
  const label = screen.getByLabelText('newKey');
  await userEvent.clear(label);
  await userEvent.type(label, 'x');
  await userEvent.type(screen.getByLabelText(/Bucket name/), 'b');
  await pressRun();
  await screen.findByTestId('live-chip');
  expect(client.executed[0].parameters).toEqual({
    weight: 1.5,
    tags: ['a'],
    labels: { newKey: 'x' },
    target: { bucket: 'b' },
  });
});

it('does not send the value of a field that a condition has taken away', async () => {
  const conditional = runnable('backup', {
    type: 'object',
    properties: { backup: { type: 'boolean', title: 'Backup' } },
    if: { properties: { backup: { const: true } }, required: ['backup'] },
    then: { properties: { target: { type: 'string', title: 'Target' } } },
  });
  const client = new FakeOrchestratorClient({
    workflows: [conditional],
    logs: [startedLog('run-1')],
    execute: async () => 'run-1',
  });
  renderOrchestrator('/workflows/backup/run', client);
  const backup = await screen.findByRole('checkbox', { name: 'Backup' });
  await userEvent.click(backup);
  await userEvent.type(
    await screen.findByRole('textbox', { name: /Target/ }),
    's3',
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'Backup' }));
  expect(
    screen.queryByRole('textbox', { name: /Target/ }),
  ).not.toBeInTheDocument();
  await pressRun();
  await screen.findByTestId('live-chip');
  expect(client.executed[0].parameters).toEqual({ backup: false });
});

describe('a form in steps', () => {
  const release = runnable('release', {
    type: 'object',
    required: ['service'],
    properties: {
      service: {
        type: 'object',
        title: 'Service',
        required: ['name'],
        properties: { name: { type: 'string', title: 'Name' } },
      },
      safety: {
        type: 'object',
        title: 'Safety',
        properties: {
          backup: { type: 'boolean', title: 'Backup first', default: true },
        },
      },
    },
  });

  it('keeps all values on the way forth and back, and sends them together', async () => {
    const client = new FakeOrchestratorClient({
      workflows: [release],
      logs: [startedLog('run-1')],
      execute: async () => 'run-1',
    });
    renderOrchestrator('/workflows/release/run', client);
    await userEvent.type(await nameField(), 'payments');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));

    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Backup first' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(await nameField()).toHaveValue('payments');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      await screen.findByRole('checkbox', { name: 'Backup first' }),
    ).not.toBeChecked();

    await pressRun();
    await screen.findByTestId('live-chip');
    expect(client.executed[0].parameters).toEqual({
      service: { name: 'payments' },
      safety: { backup: false },
    });
  });

  it('does not leave a step with a problem', async () => {
    renderOrchestrator(
      '/workflows/release/run',
      new FakeOrchestratorClient({ workflows: [release] }),
    );
    await nameField();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      await screen.findByRole('button', { name: 'Service › Name is required' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(
      'Service',
    );
  });
});
