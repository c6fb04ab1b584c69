import type {
  InstanceState,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EventProfile, ProjectedMessage } from './EventProfile';

/** For how many instances states are kept at once. */
const MAX_KEPT = 500;

/** Projects the events of many instances, each as if it were followed alone. */
export class ProfilePerInstance {
  /** Those heard of last come last. */
  readonly #profiles = new Map<string, EventProfile>();

  /**
   * @param create - makes the profile of one instance
   * @param stateOf - the log of an instance folded up to the event `untilSeq`
   */
  constructor(
    private readonly create: () => EventProfile,
    private readonly stateOf: (
      instanceId: string,
      untilSeq: number,
    ) => Promise<InstanceState>,
  ) {}

  /** What comes next does not follow on what was told. */
  clear(): void {
    this.#profiles.clear();
  }

  /** `undefined`: the client is not told of it. */
  async project(
    event: OrchestratorEvent,
  ): Promise<ProjectedMessage | undefined> {
    const { instanceId } = event;
    const profile =
      this.#profiles.get(instanceId) ?? (await this.#begin(event));
    this.#profiles.delete(instanceId);
    this.#profiles.set(instanceId, profile);
    if (this.#profiles.size > MAX_KEPT) this.#forgetOldest();
    return profile.project(event);
  }

  async #begin({ instanceId, seq }: OrchestratorEvent): Promise<EventProfile> {
    const profile = this.create();
    if (profile.needsState) {
      profile.begin(await this.stateOf(instanceId, seq - 1));
    }
    return profile;
  }

  #forgetOldest() {
    const [oldest] = this.#profiles.keys();
    this.#profiles.delete(oldest);
  }
}
