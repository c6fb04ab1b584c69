import type {
  Clock,
  InstanceReader,
  WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { HealthService, ServerHealth } from './HealthService';

/** {@link HealthService} over the engine. */
export class DefaultHealthService implements HealthService {
  constructor(
    private readonly parts: {
      readonly runtime: Pick<WorkflowRuntime, 'isRunning'>;
      readonly reader: Pick<InstanceReader, 'load'>;
      readonly clock: Clock;
    },
  ) {}

  async get(): Promise<ServerHealth> {
    const { runtime, reader, clock } = this.parts;
    const from = performance.now();
    const load = await reader.load(clock.now());
    return {
      ...load,
      storeLatencyMs: performance.now() - from,
      isWorking: runtime.isRunning(),
    };
  }
}
