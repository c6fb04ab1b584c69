import type {
  Occurrence,
  OccurrencePlace,
  Schedule,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** Which triggers. */
export interface TriggerListQuery {
  /** Default: those of all workflows. */
  readonly workflowId?: string;
}

/** Which occurrences of a trigger; a page begins after the place given. */
export interface OccurrenceQuery {
  readonly triggerId: string;
  readonly after?: OccurrencePlace;
  readonly limit: number;
}

/** Whether a trigger is to wait. */
export interface PauseRequest {
  readonly triggerId: string;
  readonly isPaused: boolean;
}

/** What starts workflows by itself. */
export interface TriggerService {
  /** By id. */
  list(query: TriggerListQuery, caller: Caller): Promise<readonly Schedule[]>;
  /** @throws {@link ServiceError} `TRIGGER_NOT_FOUND`, as the next ones */
  get(triggerId: string, caller: Caller): Promise<Schedule>;
  /** What has become of the times at which a trigger was due, the last first. */
  listOccurrences(
    query: OccurrenceQuery,
    caller: Caller,
  ): Promise<readonly Occurrence[]>;
  pause(request: PauseRequest, caller: Caller): Promise<Schedule>;
}
