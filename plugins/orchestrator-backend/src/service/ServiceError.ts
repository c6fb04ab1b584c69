import type { ErrorCode } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Fault } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** What a caller can act on, of what the engine knows nothing of. */
export class ServiceError extends Error {
  readonly name = 'ServiceError';
  /** What is wrong with what was given, fault by fault. */
  readonly faults: readonly Fault[];

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { readonly cause?: unknown; readonly faults?: readonly Fault[] },
  ) {
    super(message, options);
    this.faults = options?.faults ?? [];
  }
}
