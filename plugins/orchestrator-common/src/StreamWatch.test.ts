import type { EventSourceMessage } from 'eventsource-parser';
import type { LiveMessages } from './readServerSentEvents';
import { StreamWatch } from './StreamWatch';
import { ManualTiming } from './testing/ManualTiming';

const minutes = 60_000;

/** A stream that says one word when it opens, and then nothing until it is closed. */
class WordWatch extends StreamWatch<string> {
  opened = 0;
  closed = 0;

  protected async open(signal: AbortSignal): Promise<LiveMessages> {
    this.opened += 1;
    return this.#word(signal);
  }

  async *#word(signal: AbortSignal): LiveMessages {
    yield { event: 'word', id: undefined, data: `word ${this.opened}` };
    await new Promise(resolve => {
      signal.addEventListener('abort', resolve);
    });
    this.closed += 1;
    throw new Error('closed');
  }

  protected async *take({ data }: EventSourceMessage) {
    yield data;
  }
}

describe('a watch of a page', () => {
  let visibility: DocumentVisibilityState;
  let timing: ManualTiming;
  let leaving: AbortController;
  let seen: string[];

  beforeEach(() => {
    visibility = 'visible';
    jest
      .spyOn(document, 'visibilityState', 'get')
      .mockImplementation(() => visibility);
    timing = new ManualTiming();
    leaving = new AbortController();
    seen = [];
  });

  afterEach(() => {
    leaving.abort();
    jest.restoreAllMocks();
  });

  const settled = () => new Promise<void>(resolve => void setTimeout(resolve));

  async function pass(ms: number) {
    timing.pass(ms);
    await settled();
  }

  async function show(next: DocumentVisibilityState) {
    visibility = next;
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
  }

  async function follow(pausesOutOfSight: boolean): Promise<WordWatch> {
    const { signal } = leaving;
    const watch = new WordWatch({ timing, signal, pausesOutOfSight });
    watch.heartbeatIs(60 * minutes);
    void (async () => {
      for await (const item of watch.items()) {
        seen.push(typeof item === 'string' ? item : item.status);
      }
    })();
    await settled();
    return watch;
  }

  it('rests once the page has been out of sight for five minutes, and goes on when it is back', async () => {
    const watch = await follow(true);
    await show('hidden');
    await pass(5 * minutes - 1);
    expect(watch.closed).toBe(0);

    await pass(1);
    expect(watch).toMatchObject({ opened: 1, closed: 1 });
    expect(seen).toEqual(['live', 'word 1', 'paused']);

    window.dispatchEvent(new Event('online'));
    await settled();
    expect(watch.opened).toBe(1);

    await show('visible');
    expect(seen).toEqual(['live', 'word 1', 'paused', 'live', 'word 2']);
  });

  it('keeps the stream when the page is back in time', async () => {
    const watch = await follow(true);
    await show('hidden');
    await pass(4 * minutes);
    await show('visible');
    await pass(4 * minutes);
    expect(watch).toMatchObject({ opened: 1, closed: 0 });
  });

  it('rests from the beginning on a page that was opened out of sight long ago', async () => {
    visibility = 'hidden';
    const watch = await follow(true);
    await pass(5 * minutes);
    await show('visible');
    expect(watch.opened).toBe(2);
  });

  it('ends at once when it is aborted while it rests', async () => {
    await follow(true);
    await show('hidden');
    await pass(5 * minutes);
    leaving.abort();
    await show('visible');
    expect(seen).toEqual(['live', 'word 1', 'paused']);
  });

  it('looks at the page no more once it has ended', async () => {
    await follow(true);
    leaving.abort();
    await settled();
    await show('hidden');
    expect(timing.pending).toEqual([]);
  });

  it('goes on out of sight unless asked to rest', async () => {
    const watch = await follow(false);
    await show('hidden');
    await pass(30 * minutes);
    expect(watch).toMatchObject({ opened: 1, closed: 0 });
  });
});
