import type { Fault } from './EngineError';

/** The faults as one line for people, each with where it is: `/name is required; /times must be at most 5`. @public */
export function listFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ pointer, message }) => `${pointer} ${message}`.trim())
    .join('; ');
}
