import type { Caller } from '../Caller';

/** How the server is. */
export interface ServerHealth {
  /** How many instances run. */
  readonly running: number;
  /** How many wait to be taken up. */
  readonly due: number;
  readonly storeLatencyMs: number;
  /** Whether this process runs instances. */
  readonly isWorking: boolean;
}

/** Tells everyone how the server is. */
export interface HealthService {
  get(caller: Caller): Promise<ServerHealth>;
}
