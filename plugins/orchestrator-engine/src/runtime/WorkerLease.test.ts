import { settle } from '../__testUtils__/ManualClock';
import { EngineError } from '../EngineError';
import type { WorkerLeaseOptions } from './WorkerLease';
import { WorkerLease } from './WorkerLease';
import { noTelemetry } from './telemetry/Telemetry';

const LEASE_MS = 3_000;

/** A process that stands still: time goes by, and no timer fires. */
class StoppedProcess {
  time = 0;
  /** By how much somebody has set its clock. */
  setBy = 0;
  readonly clock: WorkerLeaseOptions['clock'] = {
    now: () => this.time + this.setBy,
    steady: () => this.time,
    schedule: (work, ms) => {
      if (ms < LEASE_MS / 3) setImmediate(work);
      return () => {};
    },
  };
}

function leaseOver(
  renewals: readonly ('renewed' | 'dead' | 'unavailable')[],
  stopped: StoppedProcess,
) {
  const left = [...renewals];
  const lost = jest.fn();
  const asked: number[] = [];
  const lease = new WorkerLease({
    workerId: 'w1',
    leaseMs: LEASE_MS,
    clock: stopped.clock,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    telemetry: noTelemetry,
    onLost: () => {
      lost();
      lease.end();
    },
    onTakenOver: () => {},
    store: {
      registerWorker: async () => {},
      takeOver: async () => 0,
      renewLease: async () => {
        asked.push(stopped.time);
        const next = left.shift();
        if (next === 'unavailable') {
          throw new EngineError('STORE_UNAVAILABLE', 'away');
        }
        return next === 'renewed';
      },
    } as Partial<WorkerLeaseOptions['store']> as WorkerLeaseOptions['store'],
  });
  return { lease, lost, asked };
}

/** Whether it is held once all has gone on that can. */
async function isHeld(lease: WorkerLease): Promise<boolean> {
  const late = settle().then(() => false);
  return Promise.race([lease.held().then(() => true), late]);
}

describe('WorkerLease', () => {
  it('is held without asking while it cannot have run out', async () => {
    const stopped = new StoppedProcess();
    const { lease, asked } = leaseOver([], stopped);
    await lease.begin();
    stopped.time = LEASE_MS / 2;
    await expect(isHeld(lease)).resolves.toBe(true);
    expect(asked).toEqual([]);
  });

  it('is in doubt when less than a heartbeat is left of it', async () => {
    const stopped = new StoppedProcess();
    const { lease, asked } = leaseOver(['renewed'], stopped);
    await lease.begin();
    stopped.time = (LEASE_MS * 2) / 3;
    expect(lease.isHeld).toBe(false);
    await Promise.all([isHeld(lease), isHeld(lease)]);
    expect(lease.isHeld).toBe(true);
    expect(asked).toEqual([stopped.time]);
  });

  it('asks before it counts as held again after the process stood still', async () => {
    const stopped = new StoppedProcess();
    const { lease, asked } = leaseOver(['renewed'], stopped);
    await lease.begin();
    stopped.time = LEASE_MS;
    await expect(isHeld(lease)).resolves.toBe(true);
    expect(asked).toEqual([LEASE_MS]);
  });

  it('is not thought held for longer because the clock was set back', async () => {
    const stopped = new StoppedProcess();
    const { lease, lost, asked } = leaseOver(['dead'], stopped);
    await lease.begin();
    stopped.time = LEASE_MS;
    stopped.setBy = -LEASE_MS / 2;
    expect(lease.isHeld).toBe(false);
    await expect(isHeld(lease)).resolves.toBe(false);
    expect(asked).toEqual([LEASE_MS]);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('is in doubt after the clock was set forward: the machine may have slept', async () => {
    const stopped = new StoppedProcess();
    const { lease, asked } = leaseOver(['renewed'], stopped);
    await lease.begin();
    stopped.setBy = LEASE_MS;
    expect(lease.isHeld).toBe(false);
    await expect(isHeld(lease)).resolves.toBe(true);
    expect(asked).toEqual([0]);
  });

  it('is lost, and never held again, when the worker was declared dead meanwhile', async () => {
    const stopped = new StoppedProcess();
    const { lease, lost } = leaseOver(['dead'], stopped);
    await lease.begin();
    stopped.time = LEASE_MS;
    await expect(isHeld(lease)).resolves.toBe(false);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('asks again until the database answers', async () => {
    const stopped = new StoppedProcess();
    const { lease, asked } = leaseOver(
      ['unavailable', 'unavailable', 'renewed'],
      stopped,
    );
    await lease.begin();
    stopped.time = LEASE_MS;
    await expect(isHeld(lease)).resolves.toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('is an obstacle once it has run out because the database did not let it be renewed', async () => {
    const stopped = new StoppedProcess();
    const { lease } = leaseOver(
      ['unavailable', 'unavailable', 'renewed'],
      stopped,
    );
    await lease.begin();
    stopped.time = LEASE_MS;
    expect(lease.obstacle).toBeUndefined();
    const held = lease.held();
    await Promise.resolve();
    await Promise.resolve();
    expect(lease.obstacle).toBe("the worker's lease cannot be renewed: away");
    await held;
    expect(lease.obstacle).toBeUndefined();
  });
});
