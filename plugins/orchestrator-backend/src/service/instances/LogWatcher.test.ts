import { ManualClock, settle } from '../../__testUtils__/ManualClock';
import type { LogHead } from './InstanceFeed';
import { LogWatcher, type HeadReader } from './LogWatcher';

const start: LogHead = { epoch: 'k1', seq: 1, status: 'running' };

class FakeReader implements HeadReader {
  seq = 1;
  reads = 0;
  isAway = false;

  async get() {
    this.reads += 1;
    if (this.isAway) throw new Error('away');
    return { ...start, seq: this.seq };
  }
}

describe('LogWatcher', () => {
  let clock: ManualClock;
  let reader: FakeReader;
  let watcher: LogWatcher;
  let seqs: number[];

  beforeEach(() => {
    clock = new ManualClock();
    reader = new FakeReader();
    watcher = new LogWatcher({ clock, reader });
    seqs = [];
  });

  const watch = (into = seqs) =>
    watcher.watch('i1', start, head => into.push(head.seq));

  it('tells growth that another process wrote, within a quarter of a second', async () => {
    watch();
    await settle();
    reader.seq = 2;

    await clock.advance(261);

    expect(seqs).toEqual([2]);
  });

  it('tells growth at once when it is nudged', async () => {
    watch();
    await settle();
    reader.seq = 5;

    watcher.nudge('i1');
    await settle();

    expect(seqs).toEqual([5]);
  });

  it('tells what has grown since the head that the watcher knows', async () => {
    reader.seq = 3;

    watch();
    await settle();

    expect(seqs).toEqual([3]);
  });

  it('tells each head once', async () => {
    watch();
    reader.seq = 2;

    await clock.advance(10_000);

    expect(seqs).toEqual([2]);
  });

  it('looks once more when it is nudged while it looks', async () => {
    watch();
    watcher.nudge('i1');
    reader.seq = 2;
    watcher.nudge('i1');

    await settle();

    expect(seqs).toEqual([2]);
  });

  it('looks less often while nothing happens, and often again when something does', async () => {
    watch();
    await clock.advance(60_000);
    reader.reads = 0;
    await clock.advance(10_000);
    expect(reader.reads).toBeLessThanOrEqual(6);

    reader.seq = 2;
    await clock.advance(2_000);
    reader.reads = 0;
    await clock.advance(600);

    expect(reader.reads).toBeGreaterThanOrEqual(1);
    expect(seqs).toEqual([2]);
  });

  it('looks once for all who watch the same instance', async () => {
    const others: number[] = [];
    watch();
    watch(others);
    await settle();
    reader.reads = 0;
    reader.seq = 2;

    watcher.nudge('i1');
    await settle();

    expect(reader.reads).toBe(1);
    expect([seqs, others]).toEqual([[2], [2]]);
  });

  it('stops looking when nobody watches any more', async () => {
    const end = watch();
    await settle();

    end();
    reader.reads = 0;
    await clock.advance(60_000);
    watcher.nudge('i1');

    expect(reader.reads).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('goes on after the database was away', async () => {
    watch();
    reader.isAway = true;
    await clock.advance(5_000);

    reader.isAway = false;
    reader.seq = 2;
    await clock.advance(2_000);

    expect(seqs).toEqual([2]);
  });
});
