import { metrics } from '@opentelemetry/api';
import type { Telemetry } from './Telemetry';
import { telemetryOf } from './telemetryOf';

const METER = 'orchestrator';

/** Measurements as OpenTelemetry metrics of this process; nothing happens unless it has an SDK. @public */
export function openTelemetry(): Telemetry {
  return telemetryOf(metrics.getMeter(METER));
}
