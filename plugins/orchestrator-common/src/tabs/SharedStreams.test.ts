/** @jest-environment node */
import { ResponseError } from '@backstage/errors';
import type { OrchestratorEvent } from '../events';
import type { EventsWatchItem } from '../EventsWatch';
import { emptyInstance } from '../fold/InstanceState';
import { InstanceWatch, type WatchItem } from '../InstanceWatch';
import { ManualTiming } from '../testing/ManualTiming';
import { Inbox } from './Inbox';
import { SharedStreams } from './SharedStreams';
import type { TabMessage, Tabs } from './Tabs';

/** A server with logs, and how many streams are open. */
class Server {
  readonly #logs = new Map<string, OrchestratorEvent[]>();
  readonly #streams = new Set<{
    readonly instances: readonly string[];
    readonly inbox: Inbox<EventsWatchItem>;
  }>();
  readonly #first = new Map<string, number>();
  readonly #deleted = new Set<string>();
  mostStreams = 0;
  reads = 0;

  get selections() {
    return [...this.#streams].map(({ instances }) => instances);
  }

  append(instanceId: string) {
    const log = this.#logOf(instanceId);
    const seq = log.length + 1;
    const event = {
      v: 1,
      id: `k1.${seq}`,
      seq,
      type: 'instance.resumed',
      time: '',
      instanceId,
      workflow: { id: 'w', version: '1' },
      data: {},
    } as OrchestratorEvent;
    log.push(event);
    this.#tell(stream => stream.instances.includes(instanceId), {
      type: 'event',
      event,
    });
  }

  /** Deletes all events of a log but the newest. */
  trim(instanceId: string) {
    this.#first.set(instanceId, this.#logOf(instanceId).length);
  }

  /** Deletes an instance. */
  delete(instanceId: string) {
    this.#deleted.add(instanceId);
    this.#tell(() => true, { type: 'reset', reason: 'expired' });
  }

  /** The network drops all streams; they come back by themselves. */
  breakStreams() {
    this.#tell(() => true, { type: 'connection', status: 'reconnecting' });
    this.#tell(() => true, { type: 'connection', status: 'live' });
  }

  async *watch(instances: readonly string[], signal: AbortSignal) {
    const inbox = new Inbox<EventsWatchItem>();
    const stream = { instances, inbox };
    this.#streams.add(stream);
    this.mostStreams = Math.max(this.mostStreams, this.#streams.size);
    try {
      yield { type: 'connection', status: 'live' } as const;
      yield { type: 'reset' } as const;
      for (;;) {
        const item = await inbox.take(signal);
        if (!item) return;
        yield item;
      }
    } finally {
      this.#streams.delete(stream);
    }
  }

  async state(instanceId: string) {
    this.reads += 1;
    const seq = this.#logOf(instanceId).length;
    return { ...emptyInstance(instanceId), epoch: 'k1', seq };
  }

  async history(instanceId: string, after: string) {
    this.reads += 1;
    if (this.#deleted.has(instanceId)) {
      const answer = new Response('', { status: 404 });
      throw await ResponseError.fromResponse(answer);
    }
    const log = this.#logOf(instanceId);
    const first = this.#first.get(instanceId) ?? 1;
    const from = Math.max(Number(after.split('.')[1]), first - 1);
    const items = log.slice(from).slice(0, 2);
    const head = log.length;
    return { items, epoch: 'k1', first, head, total: head - first + 1 };
  }

  #logOf(instanceId: string): OrchestratorEvent[] {
    const log = this.#logs.get(instanceId) ?? [];
    this.#logs.set(instanceId, log);
    return log;
  }

  #tell(
    isMeant: (stream: { readonly instances: readonly string[] }) => boolean,
    item: EventsWatchItem,
  ) {
    [...this.#streams].filter(isMeant).forEach(({ inbox }) => inbox.put(item));
  }
}

/** Tabs of one browser. */
class Browser {
  readonly #listeners = new Map<object, (message: TabMessage) => void>();
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  /** @param closing - when the tab is closed */
  tab(closing: AbortSignal): Tabs {
    const tab = {};
    closing.addEventListener('abort', () => this.#listeners.delete(tab));
    return {
      takeTurns: async lead => {
        while (this.#isTaken) {
          await new Promise<void>(resolve => {
            this.#waiting.push(resolve);
          });
        }
        if (closing.aborted) return;
        this.#isTaken = true;
        await lead(closing);
        this.#isTaken = false;
        this.#waiting.shift()?.();
      },
      tell: message => {
        if (closing.aborted) return;
        for (const [other, listener] of this.#listeners) {
          const copy = structuredClone(message);
          if (other !== tab) queueMicrotask(() => listener(copy));
        }
      },
      listen: listener => {
        this.#listeners.set(tab, listener);
        return () => this.#listeners.delete(tab);
      },
    };
  }
}

describe('tabs that share one stream', () => {
  let server: Server;
  let browser: Browser;
  let timing: ManualTiming;
  let closings: AbortController[];

  beforeEach(() => {
    server = new Server();
    browser = new Browser();
    timing = new ManualTiming();
    closings = [];
  });

  afterEach(async () => {
    for (const closing of closings) await close(closing);
  });

  /** Opens a tab that follows an instance; tells what it has seen. */
  function open(
    instanceId: string,
    isEnough: (item: WatchItem) => boolean = () => false,
  ) {
    const closing = new AbortController();
    closings.push(closing);
    const { signal } = closing;
    const streams = new SharedStreams({
      tabs: browser.tab(signal),
      timing,
      watch: (instances, ending) => server.watch(instances, ending),
      state: id => server.state(id),
      history: (id, after) => server.history(id, after),
    });
    const seen: (number | string)[] = [];
    const watch = new InstanceWatch({
      timing,
      signal,
      source: {
        open: (after, ending) => streams.open(instanceId, after, ending),
        history: async after => server.history(instanceId, after ?? 'k1.0'),
        state: () => server.state(instanceId),
      },
    });
    const follow = async () => {
      for await (const item of watch.items()) {
        if (isEnough(item)) return;
        if (item.type === 'event') seen.push(item.event.seq);
        else if (item.type === 'snapshot') seen.push('snapshot');
        else seen.push(item.status);
      }
    };
    const following = follow();
    return { seen, closing, following };
  }

  async function close(closing: AbortController) {
    closing.abort();
    await settled();
  }

  /** Until nothing more happens by itself. */
  async function settled() {
    for (let turn = 0; turn < 10; turn += 1) {
      await new Promise(setImmediate);
    }
  }

  async function secondsPass(seconds: number) {
    for (let tenth = 0; tenth < 10 * seconds; tenth += 1) {
      await settled();
      timing.pass(100);
    }
    await settled();
  }

  it('have one stream among them, whatever each follows', async () => {
    const tabs = ['a', 'b', 'c', 'd', 'e', 'f', 'a'].map(id => open(id));
    await secondsPass(1);
    ['a', 'b', 'c', 'd', 'e', 'f'].forEach(id => server.append(id));
    await settled();

    expect(server.mostStreams).toBe(1);
    expect(server.selections).toEqual([['a', 'b', 'c', 'd', 'e', 'f']]);
    for (const { seen } of tabs) expect(seen).toEqual(['live', 'snapshot', 1]);
  });

  it('ask no server while nothing happens', async () => {
    ['a', 'b', 'c'].forEach(id => open(id));
    await secondsPass(1);
    const { reads } = server;
    await secondsPass(60);
    expect(server.reads).toBe(reads);
  });

  it('tell a tab that comes late of what others follow already, and disturb nobody for it', async () => {
    const first = open('a');
    await secondsPass(1);
    server.append('a');
    await settled();
    const { reads } = server;
    const late = open('a');
    await secondsPass(1);
    server.append('a');
    await settled();

    expect(late.seen).toEqual(['live', 'snapshot', 2]);
    expect(first.seen).toEqual(['live', 'snapshot', 1, 2]);
    expect(server.reads).toBe(reads + 1);
  });

  it('miss nothing when another tab begins to follow something', async () => {
    const first = open('a');
    await secondsPass(1);
    server.append('a');
    await settled();
    open('b');
    server.append('a');
    await settled();
    server.append('a');
    server.append('a');
    await secondsPass(1);
    server.append('a');
    await settled();
    expect(first.seen).toEqual(['live', 'snapshot', 1, 2, 3, 4, 5]);
    expect(server.mostStreams).toBe(1);
  });

  it('miss nothing when the one that holds the stream is closed', async () => {
    const leader = open('a');
    const other = open('b');
    await secondsPass(1);
    server.append('b');
    await settled();
    await close(leader.closing);
    server.append('b');
    server.append('b');
    server.append('b');
    await secondsPass(1);
    server.append('b');
    await settled();
    expect(other.seen).toEqual(['live', 'snapshot', 1, 2, 3, 4, 5]);
    expect(server.selections).toEqual([['b']]);
  });

  it('say so when the stream breaks, and go on without a gap', async () => {
    const { seen } = open('a');
    await secondsPass(1);
    server.breakStreams();
    server.append('a');
    await secondsPass(5);
    server.append('a');
    await settled();
    expect(seen).toEqual(['live', 'snapshot', 'reconnecting', 'live', 1, 2]);
  });

  it('go on from the state when what they missed was deleted', async () => {
    const { seen } = open('a');
    await secondsPass(1);
    server.append('a');
    await settled();
    server.breakStreams();
    for (const _ of [2, 3, 4]) server.append('a');
    server.trim('a');
    await secondsPass(5);
    server.append('a');
    await settled();
    expect(seen).toEqual([
      ...['live', 'snapshot', 1],
      ...['reconnecting', 'live', 'snapshot', 5],
    ]);
  });

  it('learn that what one of them follows was deleted, and the others go on', async () => {
    const gone = open('a');
    const other = open('b');
    await secondsPass(1);
    const ended = gone.following.catch(String);
    server.delete('a');
    await secondsPass(1);
    expect(await ended).toContain('404');
    server.append('b');
    await settled();
    expect(other.seen).toEqual(['live', 'snapshot', 1]);
    expect(server.selections).toEqual([['b']]);
  });

  it.each<WatchItem['type']>(['connection', 'snapshot', 'event'])(
    'no longer follow what nobody reads since a %s',
    async last => {
      open('b');
      const { following } = open('a', ({ type }) => type === last);
      await secondsPass(1);
      server.append('a');
      await following;
      await secondsPass(1);
      expect(server.selections).toEqual([['b']]);
    },
  );

  it('forget a tab that is gone without a word', async () => {
    open('a');
    await secondsPass(1);
    browser.tab(new AbortController().signal).tell({
      kind: 'follow',
      tab: 'gone',
      instances: ['b'],
    });
    await secondsPass(1);
    expect(server.selections).toEqual([['a', 'b']]);
    await secondsPass(25);
    expect(server.selections).toEqual([['a']]);
  });

  it('ask for themselves when none of them has a stream', async () => {
    const closing = new AbortController();
    const streams = new SharedStreams({
      tabs: { ...browser.tab(closing.signal), takeTurns: async () => {} },
      timing,
      watch: (instances, signal) => server.watch(instances, signal),
      state: id => server.state(id),
      history: (id, after) => server.history(id, after),
    });
    const opening = streams.open('a', undefined, closing.signal);
    await Promise.all([
      expect(opening).rejects.toThrow('No tab has opened'),
      secondsPass(16),
    ]);
  });
});
