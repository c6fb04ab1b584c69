import type { TaskStatus } from '@stagecraft/backstage-plugin-orchestrator-common';

/** What a run has made of a task of the graph. */
export interface NodeLook {
  /** Absent as long as it was not reached. */
  readonly status?: TaskStatus;
  /** "3 failed · 197 completed", or how long it took. */
  readonly note?: string;
  /** Where more of it is told. */
  readonly href?: string;
  readonly isSelected?: boolean;
}

/** The looks of the tasks by their JSON pointers. */
export type NodeLooks = ReadonlyMap<string, NodeLook>;
