import type {
  Clock,
  DatabaseVersion,
  InstanceReader,
  WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { HealthService, ServerHealth } from './HealthService';

/** {@link HealthService} over the engine. */
export class DefaultHealthService implements HealthService {
  constructor(
    private readonly parts: {
      readonly runtime: Pick<WorkflowRuntime, 'obstacle'>;
      readonly reader: Pick<InstanceReader, 'load'>;
      readonly version: Pick<DatabaseVersion, 'obstacle'>;
      readonly clock: Clock;
    },
  ) {}

  async get(): Promise<ServerHealth> {
    const { reader, clock } = this.parts;
    const from = performance.now();
    const load = await reader.load(clock.now());
    const storeLatencyMs = performance.now() - from;
    return {
      ...load,
      storeLatencyMs,
      obstacle: await this.#obstacle(),
    };
  }

  async #obstacle(): Promise<string | undefined> {
    const { runtime, version } = this.parts;
    return (await version.obstacle()) ?? runtime.obstacle();
  }
}
