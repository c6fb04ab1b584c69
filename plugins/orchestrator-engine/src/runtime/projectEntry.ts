import type {
  DefinitionVersion,
  ErrorDetails,
  InstanceStatus,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { isTerminal } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { RuntimeInfo } from '../interpreter/Run';
import type { RunLimits } from '../interpreter/RunLimits';
import type { InstanceChange, LogEntry } from '../store/InstanceStore';
import type { Recording } from './loadRecording';
import type { Given } from './runOptionsFor';

/** What a log implies of its instance. */
export interface Projection extends InstanceChange {
  /** Present while the engine has set it aside: what it was before. */
  readonly setAside?: Pick<InstanceChange, 'status' | 'because'>;
  /** What the run was given when it began, unless its log is older than the note of that. */
  readonly given?: Given;
}

/** The row of an instance whose log is empty. */
export const unwritten: Projection = { status: 'pending' };

/** What a log says of its instance, from where a replay begins. */
export function projectLog({
  entries,
  start,
}: Pick<Recording, 'entries' | 'start'>): Projection {
  return entries.reduce(projectEntry, start?.row ?? unwritten);
}

/** The columns of an instance's row after one more entry: folding a whole log gives the row (L2). */
export function projectEntry(
  row: Projection,
  { seq, type, time, data }: LogEntry,
): Projection {
  switch (type) {
    case 'instance.started':
      return { ...row, startedAt: time, given: givenIn(data) };
    case 'instance.status_changed':
      return withStatus(row, data);
    case 'instance.suspended': {
      const { status, because } = row;
      const setAside = row.setAside ?? { status, because };
      const why = data.reason as string;
      return { ...row, status: 'suspended', because: why, setAside };
    }
    case 'instance.resumed':
      return data.to === undefined
        ? row
        : { ...withStatus(row, data), setAside: undefined };
    case 'instance.retried':
      return {
        ...withStatus(row, { to: 'running' }),
        definition:
          (data.definition as { to: DefinitionVersion } | undefined)?.to ??
          row.definition,
      };
    case 'instance.checkpointed':
      return { ...row, checkpointSeq: seq };
    case 'instance.completed':
      return { ...row, endedAt: time, output: data.output as Payload };
    case 'instance.failed':
      return {
        ...row,
        endedAt: time,
        error: data.error as ErrorDetails,
        canRetry: data.canRetry as boolean | undefined,
      };
    case 'instance.cancelled':
      return { ...row, endedAt: time };
    default:
      return row;
  }
}

function givenIn({ runtime, limits }: LogEntry['data']): Given | undefined {
  if (runtime === undefined) return undefined;
  return { runtime: runtime as RuntimeInfo, limits: limits as RunLimits };
}

/** An instance that goes on after it had ended has neither end nor error any more. */
function withStatus(
  row: Projection,
  { to, because }: LogEntry['data'],
): Projection {
  const status = to as InstanceStatus;
  const goesOn = isTerminal(row.status) && !isTerminal(status);
  return {
    ...row,
    status,
    because: because as string | undefined,
    ...(goesOn && {
      endedAt: undefined,
      error: undefined,
      output: undefined,
      canRetry: undefined,
    }),
  };
}
