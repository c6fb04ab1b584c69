/** @jest-environment node */
import type { OrchestratorEvent } from './events';
import type { EventsWatchItem } from './EventsWatch';
import { OrchestratorApi, type EventSelection } from './OrchestratorApi';
import { eventStream, type StreamConnection } from './testing/eventStream';
import { failure, LocalServer } from './testing/LocalServer';

/** Reconnects without waiting; silence never comes. */
const retriesAtOnce = {
  schedule(ms: number, callback: () => void) {
    if (ms > 0) return () => {};
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
  random: () => 0,
};

function event(instanceId: string, seq: number): OrchestratorEvent {
  return {
    v: 1,
    id: `k7.${seq}`,
    seq,
    type: 'instance.started',
    time: '2026-11-22T03:00:00.000Z',
    instanceId,
    workflow: { id: 'hello', version: '1.0.0' },
    data: {},
  };
}

describe('watchEvents', () => {
  let server: LocalServer;

  beforeEach(async () => {
    server = await LocalServer.start();
  });

  afterEach(() => server.stop());

  async function follow(selection?: EventSelection, until = 'finished') {
    const api = new OrchestratorApi({
      baseUrl: server.url,
      timing: retriesAtOnce,
    });
    const seen: string[] = [];
    for await (const item of api.watchEvents(selection)) {
      seen.push(summary(item));
      if (seen.at(-1) === until) break;
    }
    return seen;
  }

  const reset = (to: StreamConnection, id: string, reason?: string) =>
    to.send('snapshot', { v: 1, id, data: { reason } }, id);
  const tell = (to: StreamConnection, id: string, told: OrchestratorEvent) =>
    to.send(told.type, told, id);

  it('begins with a reset, goes on with the events of all instances, and asks for those it is to follow', async () => {
    server.willAnswer(
      eventStream(to => {
        reset(to, 'g.1');
        tell(to, 'g.2', event('i1', 1));
        tell(to, 'g.3', event('i2', 1));
        to.bye('finished');
      }),
    );
    await expect(
      follow({ workflowId: ['hello'], status: ['running', 'failed'] }),
    ).resolves.toEqual(['live', 'reset', 'i1 1', 'i2 1', 'finished']);
    expect(server.requests[0].url).toBe(
      '/api/orchestrator/v2/events/stream?workflowId=hello&status=running&status=failed',
    );
  });

  it('goes on behind the last id when the stream breaks, and yields nothing twice', async () => {
    server.willAnswer(
      eventStream(to => {
        reset(to, 'g.1');
        tell(to, 'g.2', event('i1', 1));
        to.send('cursor', {}, 'g.7').cut();
      }),
      failure(503, { name: 'X', message: 'away' }),
      eventStream(to => {
        tell(to, 'g.2', event('i1', 1));
        tell(to, 'g.8', event('i1', 2));
        to.bye('finished');
      }),
    );
    const seen = await follow();
    expect(seen.filter(text => !text.startsWith('reconnecting'))).toEqual([
      'live',
      'reset',
      'i1 1',
      'live',
      'i1 2',
      'finished',
    ]);
    expect(
      server.requests.map(({ headers }) => headers['last-event-id']),
    ).toEqual([undefined, 'g.7', 'g.7']);
  });

  it('says why all is to be read anew, and then takes what it knew before', async () => {
    server.willAnswer(
      eventStream(to => {
        reset(to, 'g.1');
        tell(to, 'g.2', event('i1', 2));
        reset(to, 'g.9', 'lagging');
        tell(to, 'g.10', event('i1', 2));
        to.bye('finished');
      }),
    );
    await expect(follow()).resolves.toEqual([
      'live',
      'reset',
      'i1 2',
      'reset lagging',
      'i1 2',
      'finished',
    ]);
  });

  it('throws what no retry can mend', async () => {
    server.willAnswer(failure(403, { name: 'NotAllowedError', message: 'no' }));
    await expect(follow()).rejects.toThrow('403');
  });
});

function summary(item: EventsWatchItem): string {
  switch (item.type) {
    case 'connection':
      return item.status;
    case 'reset':
      return item.reason ? `reset ${item.reason}` : 'reset';
    default:
      return `${item.event.instanceId} ${item.event.seq}`;
  }
}
