import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { brokenWorkflow, runnable } from '../../__testUtils__/definitions';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

beforeEach(() => {
  // jsdom has no layout to scroll in.
  window.HTMLElement.prototype.scrollIntoView = () => {};
});

describe('the workflow page', () => {
  it('says what the input is made of', async () => {
    const release = runnable('release', {
      type: 'object',
      required: ['level'],
      properties: {
        level: { type: 'string', title: 'Level', enum: ['minor', 'major'] },
        owner: {
          type: 'object',
          properties: { email: { type: 'string', format: 'email' } },
        },
      },
    });
    renderOrchestrator(
      '/workflows/release',
      new FakeOrchestratorClient({ workflows: [release] }),
    );
    const level = await screen.findByRole('row', { name: /Level/ });
    expect(level).toHaveTextContent('one of minor, major');
    expect(level).toHaveTextContent('required');
    expect(screen.getByRole('row', { name: /owner\.email/ })).toHaveTextContent(
      'string (email)optional',
    );
  });

  it('shows also fields that are called as its own columns are', async () => {
    const greet = runnable('greet', {
      type: 'object',
      properties: {
        name: { type: 'string' },
        type: { type: 'integer' },
        description: { type: 'boolean' },
      },
    });
    renderOrchestrator(
      '/workflows/greet',
      new FakeOrchestratorClient({ workflows: [greet] }),
    );
    expect(
      await screen.findByRole('row', { name: /^name/ }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(4);
  });

  it('says how healthy a workflow is, and which runs need attention', async () => {
    const failed = new InstanceLog(
      'run-1',
      'greet',
      '2026-01-01T10:00:00Z',
    ).add(
      { type: 'instance.created', data: { input: { value: {} } } },
      { type: 'instance.started', data: {} },
      {
        type: 'instance.failed',
        data: {
          error: {
            type: 'https://example.com/errors/down',
            status: 503,
            title: 'The service is down',
          },
        },
      },
    );
    renderOrchestrator(
      '/workflows/greet',
      new FakeOrchestratorClient({
        workflows: [runnable('greet')],
        logs: [failed],
      }),
    );
    const attention = await screen.findByRole('region', {
      name: 'Needs attention',
    });
    expect(attention).toHaveTextContent('The service is down');
    expect(within(attention).getByRole('link')).toHaveAttribute(
      'href',
      '/orchestrator/instances/run-1',
    );
    const health = screen.getByRole('region', { name: 'Health' });
    expect(health).toHaveTextContent('Success0%');
  });

  it('leads from a problem to its line in the source, and cannot be run', async () => {
    const source = Array.from({ length: 14 }, (_, i) => `key${i + 1}: x`);
    const broken = { ...brokenWorkflow, source: source.join('\n') };
    renderOrchestrator(
      '/workflows/nightly-report',
      new FakeOrchestratorClient({ workflows: [broken] }),
    );
    const run = await screen.findByRole('button', {
      name: 'Run nightly-report',
    });
    expect(run).toHaveAttribute('aria-disabled', 'true');
    expect(run).toHaveAccessibleDescription(/line 12, column 11/);

    await userEvent.click(screen.getByRole('link', { name: /line 12/ }));
    const text = await screen.findByRole('list', { name: 'Source' });
    const line = within(text).getAllByRole('listitem')[11];
    expect(line).toHaveTextContent('key12: x↑ a call has no property "methd"');
    expect(line).toHaveAttribute('aria-current', 'true');
  });
});
