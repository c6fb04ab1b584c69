import { ManualClock, settle } from '../__testUtils__/ManualClock';
import type { Append, Commit, Committed } from '../store/InstanceStore';
import { GroupCommitter } from './GroupCommitter';
import { noTelemetry } from './telemetry/Telemetry';

/** Two commits at once, each of which ends when it is told to. */
class SlowStore {
  readonly commitsAtOnce = 2;
  /** Those under way. */
  readonly underWay: { readonly size: number; end(): void }[] = [];

  commit(_workerId: string, { steps }: Commit): Promise<Committed> {
    return new Promise(resolve => {
      const commit = {
        size: steps.length,
        end: () => {
          this.underWay.splice(this.underWay.indexOf(commit), 1);
          resolve({ steps: steps.map(() => true), created: [] });
        },
      };
      this.underWay.push(commit);
    });
  }

  get sizes() {
    return this.underWay.map(({ size }) => size);
  }
}

function stepOf(n: number): Append {
  return {
    instanceId: `i${n}`,
    afterSeq: 1,
    entries: [],
    payloads: [],
    change: { status: 'running' },
    takenSignals: [],
    release: false,
  };
}

describe('GroupCommitter', () => {
  let clock: ManualClock;
  let store: SlowStore;
  let committer: GroupCommitter;

  beforeEach(() => {
    clock = new ManualClock();
    store = new SlowStore();
    committer = new GroupCommitter({
      store,
      workerId: 'w1',
      clock,
      telemetry: noTelemetry,
      onUnavailable: () => {},
      onFenced: () => {},
    });
  });

  const commit = (count: number) =>
    Array.from({ length: count }, (_, n) => committer.commit(stepOf(n)));

  it('divides what comes together among the commits that can be under way', async () => {
    commit(50);
    await settle();

    expect(store.sizes).toEqual([25, 25]);
  });

  it('lets a few begin beside another commit', async () => {
    commit(3);
    await settle();
    commit(2);
    await settle();

    expect(store.sizes).toEqual([3, 2]);
  });

  it('holds what is less than its share until the rest of it comes', async () => {
    commit(50);
    await settle();
    store.underWay[0].end();
    commit(20);
    await settle();
    expect(store.sizes).toEqual([25]);

    commit(5);
    await settle();

    expect(store.sizes).toEqual([25, 25]);
  });

  it('holds it no longer than until the other commit has ended', async () => {
    commit(50);
    await settle();
    store.underWay[0].end();
    commit(20);
    await settle();

    store.underWay[0].end();
    await settle();

    expect(store.sizes).toEqual([20]);
  });

  it('holds nothing for long beside a commit that does not end', async () => {
    commit(50);
    await settle();
    store.underWay[0].end();
    const held = commit(20);
    await settle();

    clock.advance(20);
    await settle();

    expect(store.sizes).toEqual([25, 20]);
    store.underWay[1].end();
    expect(new Set(await Promise.all(held))).toEqual(new Set(['committed']));
  });

  it('commits all that it is given, once', async () => {
    const results = commit(333);
    let committed = 0;
    await settle();
    while (store.underWay.length > 0) {
      committed += store.underWay[0].size;
      store.underWay[0].end();
      await settle();
    }

    expect(committed).toBe(333);
    expect(await Promise.all(results)).toHaveLength(333);
  });
});
