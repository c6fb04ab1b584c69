import { METRICS, type Metric, type MetricName } from './metricsTable';
import type { Telemetry } from './Telemetry';

/** What a meter is told of a metric. @public */
export interface MeterOptions {
  unit: string;
  description: string;
  advice?: { explicitBucketBoundaries: number[] };
}

/** Attributes as a meter takes them. @public */
export type MeterAttributes = { [name: string]: string | number | boolean };

/** Takes one value after another. @public */
export interface Recorder {
  record(value: number, attributes: MeterAttributes): void;
}

/** Makes metrics: a meter of OpenTelemetry does, and the metrics service of a Backstage backend. @public */
export interface Meter {
  createCounter(
    name: string,
    options: MeterOptions,
  ): { add(value: number, attributes: MeterAttributes): void };
  createHistogram(name: string, options: MeterOptions): Recorder;
  createGauge(name: string, options: MeterOptions): Recorder;
}

/** Measurements as metrics of a meter; each is made when it first has a value. @public */
export function telemetryOf(meter: Meter): Telemetry {
  const counter = once((...of) => meter.createCounter(...of));
  const histogram = once((...of) => meter.createHistogram(...of));
  const gauge = once((...of) => meter.createGauge(...of));
  return {
    count: (name, by, about) => counter(name).add(by, { ...about }),
    measure: (name, value, about) =>
      histogram(name).record(value, { ...about }),
    gauge: (name, value, about) => gauge(name).record(value, { ...about }),
  };
}

function once<T>(create: (name: string, options: MeterOptions) => T) {
  const made = new Map<MetricName, T>();
  return (name: MetricName): T => {
    const known = made.get(name);
    if (known) return known;
    const created = create(name, optionsOf(METRICS[name]));
    made.set(name, created);
    return created;
  };
}

function optionsOf({ unit, description, boundaries }: Metric): MeterOptions {
  return {
    unit,
    description,
    ...(boundaries && {
      advice: { explicitBucketBoundaries: [...boundaries] },
    }),
  };
}
