/** Bounds and rhythms of a worker; times in milliseconds. @public */
export interface WorkerSettings {
  /** How often the database is asked for due instances and signals. */
  readonly pollMs: number;
  /** How long a worker may be silent before others take its instances over. */
  readonly leaseMs: number;
  /** How long an instance must have nothing to do to be dropped from memory. */
  readonly parkAfterMs: number;
  readonly maxResidentInstances: number;
  readonly maxResidentInstancesPerWorkflow: number;
  readonly maxRunningActivities: number;
}

/** @public */
export const defaultWorkerSettings: WorkerSettings = {
  pollMs: 500,
  leaseMs: 15_000,
  parkAfterMs: 60_000,
  maxResidentInstances: 500,
  maxResidentInstancesPerWorkflow: Infinity,
  maxRunningActivities: 50,
};
