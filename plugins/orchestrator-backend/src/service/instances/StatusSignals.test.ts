import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Instance } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { settle } from '../../__testUtils__/ManualClock';
import { StatusSignals } from './StatusSignals';

describe('StatusSignals', () => {
  let sent: object[];
  let initiator: string | undefined;

  function create(publish = async (signal: object) => void sent.push(signal)) {
    const instance = (id: string): Instance => ({
      id,
      workflowId: 'hello',
      workflowVersion: '1.0.0',
      definitionHash: 'h',
      behaviourVersion: 1,
      epoch: 'k1',
      seq: 1,
      status: 'running',
      input: { value: {} },
      initiator,
      createdAt: 0,
      openSignals: 0,
    });
    return new StatusSignals({
      signals: { publish },
      reader: { get: async id => instance(id) },
      logger: mockServices.logger.mock(),
    });
  }

  async function hear(signals: StatusSignals, ...statuses: InstanceStatus[]) {
    for (const status of statuses) signals.onAppended('i1', status);
    await settle();
  }

  beforeEach(() => {
    sent = [];
    initiator = 'user:default/ada';
  });

  it('tells who started an instance of each change of its status, once', async () => {
    await hear(create(), 'running', 'running', 'completed');

    expect(sent).toEqual(
      ['running', 'completed'].map(status => ({
        recipients: { type: 'user', entityRef: 'user:default/ada' },
        channel: 'orchestrator',
        message: { instanceId: 'i1', workflowId: 'hello', status },
      })),
    );
  });

  it('tells nobody of instances that no user has started', async () => {
    initiator = 'plugin:scaffolder';
    await hear(create(), 'running');
    expect(sent).toEqual([]);
  });

  it('does without signals that cannot be sent', async () => {
    const signals = create(() => Promise.reject(new Error('away')));
    await expect(hear(signals, 'running')).resolves.toBeUndefined();
  });
});
