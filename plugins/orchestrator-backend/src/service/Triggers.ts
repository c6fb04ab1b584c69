import type {
  Occurrence,
  Schedule,
  ScheduleStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { triggerNotFound } from './notFound';
import type { OccurrenceQuery } from './OrchestratorService';

/** What starts workflows by itself. */
export class Triggers {
  constructor(private readonly schedules: ScheduleStore) {}

  async list({
    workflowId,
  }: {
    readonly workflowId?: string;
  }): Promise<readonly Schedule[]> {
    const all = await this.schedules.list();
    return all
      .filter(one => workflowId === undefined || one.workflowId === workflowId)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** @throws {@link ServiceError} `TRIGGER_NOT_FOUND` */
  async get(triggerId: string): Promise<Schedule> {
    const triggers = await this.list({});
    const trigger = triggers.find(({ id }) => id === triggerId);
    if (!trigger) throw triggerNotFound(triggerId);
    return trigger;
  }

  /**
   * What has become of the times at which a trigger was due, the last first.
   *
   * @throws {@link ServiceError} `TRIGGER_NOT_FOUND`
   */
  async occurrences({
    triggerId,
    after,
    limit,
  }: OccurrenceQuery): Promise<readonly Occurrence[]> {
    const { id: scheduleId } = await this.get(triggerId);
    return this.schedules.occurrences({ scheduleId, after, limit });
  }

  async pause({
    triggerId,
    isPaused,
  }: {
    readonly triggerId: string;
    readonly isPaused: boolean;
  }): Promise<Schedule> {
    await this.schedules.setPaused(triggerId, isPaused);
    return this.get(triggerId);
  }
}
