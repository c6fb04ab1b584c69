import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Approval } from '@stagecraft/backstage-plugin-orchestrator-common';
import { someApproval } from '../../__testUtils__/FakeApprovals';
import { FakeOrchestratorClient } from '../../__testUtils__/FakeOrchestratorClient';
import { InstanceLog } from '../../__testUtils__/InstanceLog';
import { renderOrchestrator } from '../../__testUtils__/renderOrchestrator';

function open(path: string, ...approvals: Approval[]) {
  const client = new FakeOrchestratorClient({ approvals });
  renderOrchestrator(path, client);
  return client;
}

const question = () =>
  screen.findByRole('region', { name: 'Drop the database?' });

describe('the approvals', () => {
  it('are decided with a comment, and then gone from what waits', async () => {
    const client = open('/approvals', someApproval());
    const card = await question();
    expect(within(card).getByText('group:default/dba')).toBeInTheDocument();
    await userEvent.type(within(card).getByLabelText('Comment'), 'no backup');
    await userEvent.click(within(card).getByRole('button', { name: 'Reject' }));
    expect(
      await screen.findByText('Nothing waits for a decision.'),
    ).toBeInTheDocument();
    expect(client.approvals.decided).toEqual([
      {
        approvalId: 'a-1',
        decision: 'reject',
        comment: 'no backup',
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  it('name who was faster', async () => {
    const client = open('/approvals/a-1', someApproval());
    const card = await question();
    await client.approvals.decide(
      { approvalId: 'a-1', decision: 'reject' },
      'user:default/grace',
    );
    const approve = within(card).getByRole('button', { name: 'Approve' });
    await userEvent.click(approve);
    expect(
      await within(card).findByText('Decided: reject'),
    ).toBeInTheDocument();
    expect(
      within(card).getByRole('list', { name: 'Decisions so far' }),
    ).toHaveTextContent('grace: reject');
  });

  it('are shown without buttons to who is not asked', async () => {
    open('/approvals', someApproval({ mayDecide: false }));
    const card = await question();
    expect(
      within(card).getByText('Waits for others to decide'),
    ).toBeInTheDocument();
    expect(within(card).queryByRole('button')).toBeNull();
  });

  it('ask for what is to be filled in to approve, not to reject', async () => {
    const formSchema = {
      type: 'object',
      required: ['ticket'],
      properties: { ticket: { type: 'string', title: 'Ticket' } },
    };
    const client = open('/approvals', someApproval({ formSchema }));
    const card = await question();
    const approve = within(card).getByRole('button', { name: 'Approve' });
    await userEvent.click(approve);
    expect(await within(card).findByText(/is required/)).toBeInTheDocument();
    expect(client.approvals.decided).toEqual([]);
    const ticket = within(card).getByRole('textbox', { name: /Ticket/ });
    await userEvent.type(ticket, 'T-1');
    await userEvent.click(approve);
    await waitFor(() =>
      expect(client.approvals.decided).toMatchObject([
        { decision: 'approve', data: { ticket: 'T-1' } },
      ]),
    );
  });

  it('say that there are none that the person may see', async () => {
    open('/approvals/nowhere');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no approval "nowhere" that you may see',
    );
  });

  it('can be decided on the page of the run', async () => {
    const log = new InstanceLog('run-1', 'hello', '2026-01-01T10:00:00Z').add(
      { type: 'instance.created', data: { input: { value: {} } } },
      { type: 'instance.started', data: {} },
      {
        type: 'task.started',
        task: '/do/0/ask',
        data: { kind: 'call', input: { value: {} } },
      },
      {
        type: 'approval.requested',
        task: '/do/0/ask',
        data: {
          effectId: '/do/0/ask:approval',
          approvalId: 'a-1',
          title: 'Drop the database?',
          approvers: ['group:default/dba'],
          decisions: ['approve', 'reject'],
          required: 1,
          excludeInitiator: false,
          request: { value: {} },
        },
      },
    );
    const approvals = [someApproval()];
    const client = new FakeOrchestratorClient({ logs: [log], approvals });
    renderOrchestrator('/instances/run-1', client);
    const card = await question();
    const approve = within(card).getByRole('button', { name: 'Approve' });
    await userEvent.click(approve);
    await waitFor(() => expect(client.approvals.decided).toHaveLength(1));
  });
});
