import { metrics, type Counter, type Histogram } from '@opentelemetry/api';
import type { CountedNames, MeasuredNames, Telemetry } from './Telemetry';

const METER = 'orchestrator';

/** Measurements as OpenTelemetry metrics of this process; nothing happens unless it has an SDK. @public */
export function openTelemetry(): Telemetry {
  const meter = metrics.getMeter(METER);
  const counters = new Map<keyof CountedNames, Counter>();
  const histograms = new Map<keyof MeasuredNames, Histogram>();
  return {
    count(name, by, attributes) {
      const counter = counters.get(name) ?? meter.createCounter(name);
      counters.set(name, counter);
      counter.add(by, { ...attributes });
    },
    measure(name, value, attributes) {
      const histogram = histograms.get(name) ?? meter.createHistogram(name);
      histograms.set(name, histogram);
      histogram.record(value, { ...attributes });
    },
  };
}
