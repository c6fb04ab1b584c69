import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  ActivityExecutor,
  ActivityResult,
} from '../../activities/ActivityExecutor';
import { EngineError } from '../../EngineError';
import type { EmitEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';

/** Publishes events to all that listen. One that is published again, after a crash, is known by its id and goes to nobody twice. */
export class EmitActivity implements ActivityExecutor<EmitEffect> {
  constructor(
    private readonly deliver: (event: CloudEvent) => Promise<unknown>,
  ) {}

  async execute({ event }: EmitEffect): Promise<ActivityResult> {
    try {
      await this.deliver(event);
      return { outcome: { ok: true, value: null } };
    } catch (error) {
      return { outcome: { ok: false, error: faultOf(error).details } };
    }
  }
}

/** Of a database that is away, a `try` may take care; an event that is none stays so. */
function faultOf(error: unknown) {
  if (!(error instanceof EngineError)) {
    return standardError('runtime', 'The event could not be kept');
  }
  const kind = error.code === 'INPUT_INVALID' ? 'validation' : 'communication';
  return standardError(kind, error.message);
}
