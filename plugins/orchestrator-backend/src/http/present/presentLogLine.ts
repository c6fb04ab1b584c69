import type {
  components,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { humanDuration } from './humanDuration';

type LogLine = components['schemas']['LogLine'];
type Level = LogLine['level'];

const levels: readonly Level[] = ['info', 'warn', 'error'];

/** Types of events of this level or a graver one. */
export function typesOfLevel(level: Level): readonly string[] | undefined {
  const atLeast = levels.slice(levels.indexOf(level));
  if (level === 'info') return undefined;
  return Object.entries(levelOfType)
    .filter(([, one]) => atLeast.includes(one))
    .map(([type]) => type);
}

const levelOfType: { readonly [type: string]: Level } = {
  'task.failed': 'error',
  'instance.failed': 'error',
  'task.retry_scheduled': 'warn',
  'task.cancelled': 'warn',
  'instance.suspended': 'warn',
  'instance.cancel_requested': 'warn',
  'instance.cancelled': 'warn',
};

/** What an event says to people. */
export function presentLogLine(event: OrchestratorEvent): LogLine {
  return {
    offset: event.seq,
    time: event.time,
    level: levelOfType[event.type] ?? 'info',
    task: event.task?.runId,
    attempt: event.task?.attempt,
    message: [event.task?.name, sentenceOf(event)].filter(Boolean).join(' '),
  };
}

function sentenceOf({ type, data, actor }: OrchestratorEvent): string {
  const said: { readonly [key: string]: unknown } = { ...data };
  const parts = [
    type.split('.')[1].replaceAll('_', ' '),
    textOf(said.target),
    typeof said.to === 'string' ? `to ${said.to}` : '',
    typeof said.because === 'string' ? `because: ${said.because}` : '',
    typeof said.durationMs === 'number'
      ? `after ${humanDuration(said.durationMs)}`
      : '',
    typeof said.until === 'string' ? `until ${said.until}` : '',
    typeof said.nextAt === 'string' ? `for ${said.nextAt}` : '',
    errorOf(said.error),
    textOf(said.reason),
    actor?.ref ? `by ${actor.ref}` : '',
    actor?.reason ? `(${actor.reason})` : '',
  ];
  const subject = type.startsWith('instance.') ? 'instance' : '';
  return [subject, ...parts].filter(Boolean).join(' ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function errorOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { title, detail, type }: { [key: string]: unknown } = { ...error };
  return `with ${[title, detail].filter(Boolean).join(': ') || String(type)}`;
}
