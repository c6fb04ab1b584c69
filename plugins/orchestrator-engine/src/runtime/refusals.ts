import { EngineError } from '../EngineError';
import type { Instance } from '../store/InstanceStore';

/** That there is no such instance. */
export function instanceNotFound(instanceId: string): EngineError {
  return new EngineError(
    'INSTANCE_NOT_FOUND',
    `There is no instance ${instanceId}`,
  );
}

/** That the instance is not in a state for what is asked of it. */
export function instanceConflict(instanceId: string, why: string): EngineError {
  return new EngineError('STATE_CONFLICT', `Instance ${instanceId}: ${why}`);
}

/** That nothing can be asked of the instance any more. */
export function instanceHasEnded({
  id,
  status,
}: Pick<Instance, 'id' | 'status'>): EngineError {
  const ended = status === 'cancelled' ? 'been cancelled' : status;
  return instanceConflict(id, `it has already ${ended}`);
}

/** That the key of a request has been used for another one. */
export function keyConflict(): EngineError {
  return new EngineError(
    'IDEMPOTENCY_CONFLICT',
    'This Idempotency-Key was used for another request; send a new key',
  );
}
