import type {
  Occurrence,
  Schedule,
  ScheduleStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { triggerNotFound } from '../notFound';
import type {
  OccurrenceQuery,
  PauseRequest,
  TriggerListQuery,
  TriggerService,
} from './TriggerService';

/** {@link TriggerService} over the engine. Lets everyone do everything. */
export class DefaultTriggerService implements TriggerService {
  constructor(private readonly schedules: ScheduleStore) {}

  async list({ workflowId }: TriggerListQuery): Promise<readonly Schedule[]> {
    const all = await this.schedules.list();
    return all
      .filter(one => workflowId === undefined || one.workflowId === workflowId)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async get(triggerId: string): Promise<Schedule> {
    const triggers = await this.list({});
    const trigger = triggers.find(({ id }) => id === triggerId);
    if (!trigger) throw triggerNotFound(triggerId);
    return trigger;
  }

  async listOccurrences({
    triggerId,
    ...page
  }: OccurrenceQuery): Promise<readonly Occurrence[]> {
    const { id: scheduleId } = await this.get(triggerId);
    return this.schedules.occurrences({ scheduleId, ...page });
  }

  async pause({ triggerId, isPaused }: PauseRequest): Promise<Schedule> {
    await this.schedules.setPaused(triggerId, isPaused);
    return this.get(triggerId);
  }
}
