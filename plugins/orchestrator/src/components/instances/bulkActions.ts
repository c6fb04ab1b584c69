import {
  RiDeleteBinLine,
  RiLoopRightLine,
  RiPauseLine,
  RiPlayLine,
  RiStopCircleLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { BulkAction } from '@stagecraft/backstage-plugin-orchestrator-common';

/** How something that is done with many instances is written. */
export interface BulkActionWords {
  readonly verb: string;
  readonly Icon: RemixiconComponentType;
  readonly isDestructive?: boolean;
  /** What it will do. */
  readonly consequence: string;
  /** Why the action means nothing for some: "have not failed". */
  readonly unsuited: string;
}

/** The words of each action, the same where it is chosen and where it is followed. */
export const bulkActions: Readonly<Record<BulkAction, BulkActionWords>> = {
  retry: {
    verb: 'Retry',
    Icon: RiLoopRightLine,
    consequence:
      'Each goes on from the tasks that have failed; what was completed is not done again.',
    unsuited: 'have not failed',
  },
  suspend: {
    verb: 'Pause',
    Icon: RiPauseLine,
    consequence:
      'No further task begins until they are resumed. Calls in flight are finished and recorded.',
    unsuited: 'have ended or are paused already',
  },
  resume: {
    verb: 'Resume',
    Icon: RiPlayLine,
    consequence: 'Each goes on where it stood.',
    unsuited: 'are not paused',
  },
  cancel: {
    verb: 'Cancel',
    Icon: RiStopCircleLine,
    isDestructive: true,
    consequence:
      'What they wait for is dropped, and nothing new begins. What they have already done is not undone, and they cannot be continued.',
    unsuited: 'have ended',
  },
  delete: {
    verb: 'Delete',
    Icon: RiDeleteBinLine,
    isDestructive: true,
    consequence: 'They are gone for good, with their history and their values.',
    unsuited: 'have not ended',
  },
};

/** `1 run`, `41 runs`. */
export function runsText(count: number): string {
  return `${count} ${count === 1 ? 'run' : 'runs'}`;
}
