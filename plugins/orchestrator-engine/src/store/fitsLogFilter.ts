import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { LogFilter } from './InstanceReader';
import type { LogEntry } from './InstanceStore';

/** Whether an entry is one of those that are looked for. */
export function fitsLogFilter(
  entry: LogEntry,
  { types, task, attempt, text }: LogFilter,
): boolean {
  return (
    (types === undefined || types.some(type => isOfType(entry, type))) &&
    (task === undefined || isOfTask(entry, task)) &&
    (attempt === undefined || isOfAttempt(entry, attempt)) &&
    (text === undefined || says(entry, text))
  );
}

function isOfType({ type }: LogEntry, wanted: string): boolean {
  return wanted.endsWith('*')
    ? type.startsWith(wanted.slice(0, -1))
    : type === wanted;
}

/** Of a pointer all runs, and what is within them: keys are pointers with the scope in brackets at their end. */
function isOfTask({ taskKey }: LogEntry, task: string): boolean {
  if (taskKey === task) return true;
  if (taskKey === undefined || task.endsWith(']')) return false;
  return taskKey.startsWith(`${task}[`) || taskKey.startsWith(`${task}/`);
}

function isOfAttempt({ taskKey }: LogEntry, wanted: number): boolean {
  if (taskKey === undefined) return false;
  const { attempt = 1 } = parseTaskKey(taskKey);
  return attempt === wanted;
}

function says({ type, taskKey, data, actor }: LogEntry, text: string): boolean {
  const wanted = text.toLowerCase();
  const said = [type, taskKey, JSON.stringify(data), JSON.stringify(actor)];
  return said.some(one => one?.toLowerCase().includes(wanted));
}
