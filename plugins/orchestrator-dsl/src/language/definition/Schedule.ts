import type { EventRead, EventStrategy } from './EventFilter';
import type { Duration } from './values';

/** When a workflow starts by itself (DSL reference, "Schedule"). @public */
export interface ScheduleDefinition {
  /** At a fixed rate; runs may overlap. */
  readonly every?: Duration;
  /** Five fields, in the time zone of `document.metadata.timeZone`, by default UTC. */
  readonly cron?: string;
  /** This long after each end of a run. */
  readonly after?: Duration;
  /** For each set of events that the strategy consumes; their list is the input. */
  readonly on?: EventStrategy;
  readonly read: EventRead;
}
