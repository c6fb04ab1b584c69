import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { EngineError, type Fault } from '../../EngineError';
import { listFaults } from '../../listFaults';

/** The longest source, type or id that the inbox can tell apart. */
const MAX_LENGTH = 512;

/**
 * Checks what the CloudEvents specification requires of any event (1.0, "Required Attributes").
 *
 * @throws {@link EngineError} `INPUT_INVALID` with a fault for each attribute
 */
export function requireCloudEvent(event: CloudEvent): void {
  const faults = (['id', 'source', 'type'] as const).flatMap(name =>
    faultOf(name, event[name]),
  );
  if (event.specversion !== '1.0') {
    faults.push({ pointer: '/specversion', message: 'must be "1.0"' });
  }
  if (faults.length === 0) return;
  throw new EngineError(
    'INPUT_INVALID',
    `This is no CloudEvent: ${listFaults(faults)}`,
    { faults },
  );
}

function faultOf(name: string, value: unknown): Fault[] {
  const pointer = `/${name}`;
  if (typeof value !== 'string' || value === '') {
    return [{ pointer, message: 'must be a text that is not empty' }];
  }
  if (value.includes('\u0000')) {
    return [{ pointer, message: 'must not hold the character U+0000' }];
  }
  return value.length > MAX_LENGTH
    ? [{ pointer, message: `must be at most ${MAX_LENGTH} characters long` }]
    : [];
}
