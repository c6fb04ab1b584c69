import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type {
  CountedNames,
  MeasuredNames,
  Telemetry,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

/** The engine's measurements as metrics of the portal's backend. */
export class MetricsTelemetry implements Telemetry {
  readonly #counters = new Map<keyof CountedNames, MetricsServiceCounter>();
  readonly #histograms = new Map<
    keyof MeasuredNames,
    MetricsServiceHistogram
  >();

  constructor(private readonly metrics: MetricsService) {}

  count<N extends keyof CountedNames>(
    name: N,
    by: number,
    attributes: CountedNames[N],
  ): void {
    const counter =
      this.#counters.get(name) ?? this.metrics.createCounter(name);
    this.#counters.set(name, counter);
    counter.add(by, { ...attributes });
  }

  measure<N extends keyof MeasuredNames>(
    name: N,
    value: number,
    attributes: MeasuredNames[N],
  ): void {
    const histogram =
      this.#histograms.get(name) ?? this.metrics.createHistogram(name);
    this.#histograms.set(name, histogram);
    histogram.record(value, { ...attributes });
  }
}
