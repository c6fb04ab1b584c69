import type { AttributesOf, MetricName } from './metricsTable';

/** Where the engine's measurements go. Must be quick and must not throw. @public */
export interface Telemetry {
  /** So many more. */
  count<N extends MetricName<'counter'>>(
    name: N,
    by: number,
    attributes: AttributesOf<N>,
  ): void;
  /** One of many values. */
  measure<N extends MetricName<'histogram'>>(
    name: N,
    value: number,
    attributes: AttributesOf<N>,
  ): void;
  /** What is the case from now on. */
  gauge<N extends MetricName<'gauge'>>(
    name: N,
    value: number,
    attributes: AttributesOf<N>,
  ): void;
}

/** Measures nothing. @public */
export const noTelemetry: Telemetry = { count() {}, measure() {}, gauge() {} };
