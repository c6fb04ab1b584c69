import {
  JobRunner,
  type JobRunnerOptions,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { ManualClock } from './__testUtils__/ManualClock';
import { stopTogether } from './stopTogether';

const GRACE_MS = 10_000;

const never = () => new Promise<never>(() => {});

describe('stopTogether', () => {
  let clock: ManualClock;
  let warnings: string[];
  let stopped: { readonly graceMs: number }[];

  beforeEach(() => {
    clock = new ManualClock();
    warnings = [];
    stopped = [];
  });

  const logger = { warn: (message: string) => void warnings.push(message) };

  const runtime = {
    async stop(options: { readonly graceMs: number }) {
      stopped.push(options);
    },
  };

  /** Tells whether all has stopped. */
  function stopping(others: Parameters<typeof stopTogether>[1]) {
    let hasStopped = false;
    const all = stopTogether(runtime, others, {
      graceMs: GRACE_MS,
      clock,
      logger,
    }).then(() => {
      hasStopped = true;
    });
    return { all, hasStopped: () => hasStopped };
  }

  it('stops the runtime at once, and gives up within the grace on what does not answer', async () => {
    const { hasStopped } = stopping({ 'The source': never });
    expect(stopped).toEqual([{ graceMs: GRACE_MS }]);
    await clock.advance(GRACE_MS - 1);
    expect(hasStopped()).toBe(false);
    await clock.advance(1);
    expect(hasStopped()).toBe(true);
    expect(warnings).toEqual([
      'The source did not stop within 10000 ms; going on without',
    ]);
  });

  it('waits for no jobs that a database never answers for', async () => {
    const jobs = { open: never } as Partial<JobRunnerOptions['jobs']>;
    const duties = { hold: async () => ({}), release: async () => {} };
    const jobRunner = new JobRunner({
      jobs: jobs as JobRunnerOptions['jobs'],
      duties: duties as Partial<
        JobRunnerOptions['duties']
      > as JobRunnerOptions['duties'],
      reader: {} as JobRunnerOptions['reader'],
      runtime: { workerId: () => 'w1' } as JobRunnerOptions['runtime'],
      clock,
      logger: { info: () => {}, error: () => {}, ...logger },
    });
    jobRunner.start();
    await clock.advance(0);
    const { hasStopped } = stopping({ Jobs: () => jobRunner.stop() });
    expect(stopped).toHaveLength(1);
    await clock.advance(GRACE_MS - 1);
    expect(hasStopped()).toBe(false);
    await clock.advance(1);
    expect(hasStopped()).toBe(true);
  });

  it('says what could not be stopped, and stops the others', async () => {
    const other = jest.fn(async () => {});
    const { all } = stopping({
      'The source': async () => {
        throw new Error('locked');
      },
      'The other': other,
    });
    await all;
    expect(other).toHaveBeenCalledTimes(1);
    expect(warnings).toEqual(['The source could not be stopped: locked']);
    expect(clock.pending).toBe(0);
  });

  it('is done once all have stopped, and leaves no timer behind', async () => {
    let release = () => {};
    const slow = () =>
      new Promise<void>(resolve => {
        release = resolve;
      });
    const { all, hasStopped } = stopping({ 'The source': slow });
    await clock.advance(1);
    expect(hasStopped()).toBe(false);
    release();
    await all;
    expect(warnings).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
