import { telemetryOf, type Meter, type MeterOptions } from './telemetryOf';

/** Remembers which metrics it has made, and what they were given. */
class FakeMeter implements Meter {
  readonly made: [kind: string, name: string, options: MeterOptions][] = [];
  readonly given: unknown[] = [];

  createCounter = (name: string, options: MeterOptions) => ({
    add: this.#making('counter', name, options),
  });

  createHistogram = (name: string, options: MeterOptions) => ({
    record: this.#making('histogram', name, options),
  });

  createGauge = (name: string, options: MeterOptions) => ({
    record: this.#making('gauge', name, options),
  });

  #making(kind: string, name: string, options: MeterOptions) {
    this.made.push([kind, name, options]);
    return (...of: unknown[]) => void this.given.push([name, ...of]);
  }
}

it('makes each metric once, as its kind, with its unit and what it is, and hands on what is measured', () => {
  const meter = new FakeMeter();
  const telemetry = telemetryOf(meter);

  telemetry.count('orchestrator.instances.started', 1, { workflow: 'a' });
  telemetry.count('orchestrator.instances.started', 2, { workflow: 'b' });
  telemetry.measure('orchestrator.commit.size', 7, {});
  telemetry.gauge('orchestrator.queue.depth', 3, {});
  telemetry.gauge('orchestrator.queue.depth', 0, {});

  const description = expect.any(String);
  expect(meter.made).toEqual([
    [
      'counter',
      'orchestrator.instances.started',
      { unit: '{instance}', description },
    ],
    [
      'histogram',
      'orchestrator.commit.size',
      {
        unit: '{part}',
        description,
        advice: { explicitBucketBoundaries: expect.arrayContaining([1, 256]) },
      },
    ],
    ['gauge', 'orchestrator.queue.depth', { unit: '{instance}', description }],
  ]);
  expect(meter.given).toEqual([
    ['orchestrator.instances.started', 1, { workflow: 'a' }],
    ['orchestrator.instances.started', 2, { workflow: 'b' }],
    ['orchestrator.commit.size', 7, {}],
    ['orchestrator.queue.depth', 3, {}],
    ['orchestrator.queue.depth', 0, {}],
  ]);
});

it('compiles for metrics that exist, with what they are told apart by', () => {
  const telemetry = telemetryOf(new FakeMeter());
  // @ts-expect-error it is a gauge
  telemetry.measure('orchestrator.queue.depth', 1, {});
  // @ts-expect-error there is none of that name
  expect(() => telemetry.count('orchestrator.other', 1, {})).toThrow();
  // @ts-expect-error whose?
  telemetry.count('orchestrator.instances.started', 1, {});
});
