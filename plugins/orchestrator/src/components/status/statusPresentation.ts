import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiForbid2Line,
  RiLoader4Line,
  RiLoopRightLine,
  RiPauseCircleLine,
  RiSkipForwardLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { TaskStatus } from '@stagecraft/backstage-plugin-orchestrator-common';

/** The role that a status's colour plays; the colours themselves are theme tokens. */
export type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** How a status looks: never by colour alone. */
export interface StatusPresentation {
  readonly label: string;
  readonly Icon: RemixiconComponentType;
  readonly tone: StatusTone;
}

/** One look per status, the same on every page. */
export const statusPresentation: Readonly<
  Record<TaskStatus, StatusPresentation>
> = {
  pending: {
    label: 'Pending',
    Icon: RiCheckboxBlankCircleLine,
    tone: 'neutral',
  },
  running: { label: 'Running', Icon: RiLoader4Line, tone: 'info' },
  waiting: { label: 'Waiting', Icon: RiTimeLine, tone: 'info' },
  retrying: { label: 'Retrying', Icon: RiLoopRightLine, tone: 'warning' },
  suspended: { label: 'Suspended', Icon: RiPauseCircleLine, tone: 'warning' },
  completed: {
    label: 'Completed',
    Icon: RiCheckboxCircleFill,
    tone: 'success',
  },
  failed: { label: 'Failed', Icon: RiCloseCircleFill, tone: 'danger' },
  cancelled: { label: 'Cancelled', Icon: RiForbid2Line, tone: 'neutral' },
  skipped: { label: 'Skipped', Icon: RiSkipForwardLine, tone: 'neutral' },
};
