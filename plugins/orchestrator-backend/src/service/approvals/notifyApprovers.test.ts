import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Approval } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { notifyApprovers } from './notifyApprovers';

const approval: Approval = {
  id: 'a1',
  instanceId: 'i1',
  effectId: '/do/0/ask:approval',
  taskKey: '/do/0/ask',
  workflowId: 'decommission',
  workflowVersion: '1.0.0',
  initiator: 'user:default/ada',
  status: 'pending',
  title: 'Drop the database?',
  approvers: ['user:default/ada', 'group:default/dba'],
  decisions: ['approve', 'reject'],
  required: 1,
  excludeInitiator: true,
  requestedAt: 0,
  votes: [],
};

async function sentFor(...asked: Approval[]) {
  const sent: NotificationSendOptions[] = [];
  await notifyApprovers({ send: async one => void sent.push(one) })(asked);
  return sent;
}

it('sends who is asked a link to where they decide, once however often it is told', async () => {
  const [first, second] = await sentFor(approval, approval);
  expect(first).toEqual({
    recipients: {
      type: 'entity',
      entityRef: ['user:default/ada', 'group:default/dba'],
      excludeEntityRef: 'user:default/ada',
    },
    payload: {
      title: 'Drop the database?',
      description: 'A run of decommission waits for your decision',
      link: '/orchestrator/approvals/a1',
      topic: 'orchestrator.approval',
      scope: 'orchestrator.approval:a1',
    },
  });
  expect(second.payload.scope).toBe(first.payload.scope);
});

it('leaves nobody out who may decide', async () => {
  const [{ recipients }] = await sentFor({
    ...approval,
    excludeInitiator: false,
  });
  expect(recipients).not.toHaveProperty('excludeEntityRef');
});
