/** Bounds and rhythms of a worker; times in milliseconds. @public */
export interface WorkerSettings {
  /** How often the database is asked for due instances and signals. */
  readonly pollMs: number;
  /** How long a worker may be silent before others take its instances over. */
  readonly leaseMs: number;
  /** How long an instance must have nothing to do to be dropped from memory. */
  readonly parkAfterMs: number;
  /** How many entries of an instance's log a replay reads at most before the run notes where it stands, as soon as it can. */
  readonly entriesPerCheckpoint: number;
  /** Instances in memory at once; more wait in the database. */
  readonly maxResidentInstances: number;
  readonly maxResidentInstancesPerWorkflow: number;
  /** Activities at once. */
  readonly maxRunningActivities: number;
  readonly maxRunningActivitiesPerWorkflow: number;
  /** By kind of activity, e.g. `{ http: 20 }`; a kind that is not named has no limit of its own. */
  readonly maxRunningActivitiesByKind: { readonly [kind: string]: number };
  /** Instances that may wait for room, in all processes together; further starts are refused. Approximate. */
  readonly maxQueuedInstances: number;
  readonly maxQueuedInstancesPerWorkflow: number;
}

/** @public */
export const defaultWorkerSettings: WorkerSettings = {
  pollMs: 500,
  leaseMs: 15_000,
  parkAfterMs: 60_000,
  entriesPerCheckpoint: 2_000,
  maxResidentInstances: 500,
  maxResidentInstancesPerWorkflow: Infinity,
  maxRunningActivities: 50,
  maxRunningActivitiesPerWorkflow: Infinity,
  maxRunningActivitiesByKind: {},
  maxQueuedInstances: 100_000,
  maxQueuedInstancesPerWorkflow: 20_000,
};
