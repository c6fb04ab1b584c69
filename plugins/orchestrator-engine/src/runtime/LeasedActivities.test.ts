import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';
import { LeasedActivities } from './LeasedActivities';

const effect: ActivityEffect = {
  kind: 'http',
  id: 'e',
  taskKey: '/do/0/get',
  method: 'GET',
  uri: 'http://x',
  headers: {},
  query: {},
  output: 'content',
  redirect: false,
};

/** A lease that comes and goes. */
class FakeLease {
  isHeld = true;
  #onHeld: (() => void)[] = [];

  async held(): Promise<void> {
    if (this.isHeld) return;
    await new Promise<void>(resolve => this.#onHeld.push(resolve));
  }

  renew() {
    this.isHeld = true;
    this.#onHeld.splice(0).forEach(resolve => resolve());
  }
}

/** Waits for its turn before it sends anything. */
class QueuedCalls implements ActivityExecutor {
  begun = 0;
  sent = 0;
  /** Its turn has come. */
  go = () => {};

  async execute(
    _effect: ActivityEffect,
    { requireLease }: ActivityContext,
  ): Promise<ActivityResult> {
    this.begun += 1;
    await new Promise<void>(resolve => {
      this.go = resolve;
    });
    try {
      requireLease();
      this.sent += 1;
      return { outcome: { ok: true, value: this.sent } };
    } catch {
      return { outcome: { ok: false, error: { type: 'x', status: 500 } } };
    }
  }
}

function begin(signal = new AbortController().signal) {
  const lease = new FakeLease();
  const calls = new QueuedCalls();
  const result = new LeasedActivities(calls, lease).execute(effect, {
    signal,
    idempotencyKey: 'k',
  });
  let hasEnded = false;
  void result.then(() => {
    hasEnded = true;
  });
  return { lease, calls, result, hasEnded: () => hasEnded };
}

const tick = () => new Promise(resolve => setImmediate(resolve));

describe('LeasedActivities', () => {
  it('sends nothing when the process stood still while a call was waiting for its turn', async () => {
    const { lease, calls, hasEnded } = begin();
    await tick();
    lease.isHeld = false;
    calls.go();
    await tick();
    expect(calls.sent).toBe(0);
    expect(hasEnded()).toBe(false);
  });

  it('begins it anew once the lease is certain', async () => {
    const { lease, calls, result } = begin();
    await tick();
    lease.isHeld = false;
    calls.go();
    await tick();
    lease.renew();
    await tick();
    calls.go();
    await expect(result).resolves.toEqual({ outcome: { ok: true, value: 1 } });
    expect(calls.begun).toBe(2);
  });

  it('does not begin it anew when it was cancelled meanwhile', async () => {
    const cancelled = new AbortController();
    const { lease, calls, result } = begin(cancelled.signal);
    await tick();
    lease.isHeld = false;
    cancelled.abort();
    calls.go();
    await expect(result).resolves.toMatchObject({ outcome: { ok: false } });
    expect(calls.begun).toBe(1);
  });

  it('gives whatever an activity ends with that was not refused', async () => {
    const { calls, result } = begin();
    await tick();
    calls.go();
    await expect(result).resolves.toEqual({ outcome: { ok: true, value: 1 } });
  });
});
