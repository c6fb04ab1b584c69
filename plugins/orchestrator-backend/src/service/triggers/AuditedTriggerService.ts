import type {
  Occurrence,
  Schedule,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type {
  OccurrenceQuery,
  PauseRequest,
  TriggerListQuery,
  TriggerService,
} from './TriggerService';

/** Notes every trigger that is paused or goes on, and every access that was denied. */
export class AuditedTriggerService implements TriggerService {
  constructor(
    private readonly inner: TriggerService,
    private readonly trail: AuditTrail,
  ) {}

  list(query: TriggerListQuery, caller: Caller): Promise<readonly Schedule[]> {
    const read = () => this.inner.list(query, caller);
    return this.trail.read('trigger-list', caller, {}, read);
  }

  get(triggerId: string, caller: Caller): Promise<Schedule> {
    const read = () => this.inner.get(triggerId, caller);
    return this.trail.read('trigger-read', caller, { triggerId }, read);
  }

  listOccurrences(
    query: OccurrenceQuery,
    caller: Caller,
  ): Promise<readonly Occurrence[]> {
    const { triggerId } = query;
    const read = () => this.inner.listOccurrences(query, caller);
    return this.trail.read('trigger-occurrences', caller, { triggerId }, read);
  }

  pause(request: PauseRequest, caller: Caller): Promise<Schedule> {
    const { triggerId, isPaused } = request;
    const eventId = isPaused ? 'trigger-pause' : 'trigger-resume';
    const pause = () => this.inner.pause(request, caller);
    return this.trail.write(eventId, caller, { triggerId }, pause);
  }
}
