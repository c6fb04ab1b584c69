import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { cloudEventOf, receiveEvents } from './receiveEvents';

describe('receiveEvents', () => {
  it('takes a CloudEvent as it is', () => {
    const event = { specversion: '1.0', id: '1', source: '/s', type: 't' };
    expect(cloudEventOf({ topic: 'any', eventPayload: event })).toBe(event);
  });

  it('makes a CloudEvent of any other payload, with the topic as its type', () => {
    expect(
      cloudEventOf({ topic: 'github.push', eventPayload: { ref: 'main' } }),
    ).toEqual({
      specversion: '1.0',
      id: expect.any(String),
      source: '/backstage/events/github.push',
      type: 'github.push',
      data: { ref: 'main' },
    });
  });

  it('delivers what comes under the topics that are configured, and listens to none when none are', async () => {
    const subscriptions: string[][] = [];
    let send: (params: EventParams) => Promise<void> = async () => {};
    const events: EventsService = {
      publish: async () => {},
      subscribe: async ({ topics, onEvent }) => {
        subscriptions.push(topics);
        send = onEvent;
      },
    };
    const delivered: CloudEvent[] = [];
    const runtime = {
      deliver: async (event: CloudEvent) => {
        delivered.push(event);
        return { isDuplicate: false };
      },
    };
    const logger = mockServices.logger.mock();

    await receiveEvents({ topics: [], events, runtime, logger });
    await receiveEvents({
      topics: ['github.push'],
      events,
      runtime,
      logger,
    });
    await send({ topic: 'github.push', eventPayload: { ref: 'main' } });

    expect(subscriptions).toEqual([['github.push']]);
    expect(delivered).toMatchObject([
      { type: 'github.push', data: { ref: 'main' } },
    ]);
  });
});
