import type { Caller } from '../Caller';

/** How the server is. */
export interface ServerHealth {
  /** How many instances run. */
  readonly running: number;
  /** How many wait to be taken up. */
  readonly due: number;
  readonly storeLatencyMs: number;
  /** Why this process does not run instances, when it does not. */
  readonly obstacle?: string;
}

/** Tells everyone how the server is. */
export interface HealthService {
  get(caller: Caller): Promise<ServerHealth>;
}
