import type {
  LogPage,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { OrchestratorClient } from '../api/OrchestratorClient';
import type { InstanceLog } from './InstanceLog';

/** Which lines are wanted. */
export type LogRequest = Parameters<OrchestratorClient['getInstanceLogs']>[0];
type LogLine = LogPage['items'][number];

const levels: readonly LogLine['level'][] = ['info', 'warn', 'error'];

/** A page of lines, one for each event of the log. */
export function logPageOf(log: InstanceLog, request: LogRequest): LogPage {
  const { task, level = 'info', after = 0, limit = 100 } = request;
  const items = log.events
    .map(lineOf)
    .filter(line => line.offset > after)
    .filter(line => levels.indexOf(line.level) >= levels.indexOf(level))
    .filter(line => task === undefined || line.task === task)
    .slice(0, limit);
  return { items, next: items.at(-1)?.offset ?? after };
}

function lineOf({ seq, time, type, task }: OrchestratorEvent): LogLine {
  return {
    offset: seq,
    time,
    level: type.endsWith('failed') ? 'error' : 'info',
    task: task?.runId,
    message: [task?.name, type.replace(/^task\./, '')]
      .filter(Boolean)
      .join(' '),
  };
}
