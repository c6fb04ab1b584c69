import type {
  GraphNode,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Mocks } from '../../../api/trialQueries';
import { parseJson } from '../../../components/form/parseJson';

/** What a mock answers with: a value, a failure, or the events that a listening task receives. */
export type AnswerKind = 'output' | 'error' | 'events';

/** What somebody has entered of a mock. */
export interface MockEntry {
  /** Tells it from the others of the form. */
  readonly id: number;
  /** JSON pointer of the task whose calls it answers. */
  readonly task: string;
  readonly kind: AnswerKind;
  /** JSON. */
  readonly text: string;
}

/** What an answer of each kind may look like, to begin with. */
export const sampleAnswers: Readonly<Record<AnswerKind, string>> = {
  output: '{}',
  error: JSON.stringify({
    type: 'https://serverlessworkflow.io/spec/1.0.0/errors/communication',
    status: 503,
    title: 'Service Unavailable',
  }),
  events: JSON.stringify([
    {
      specversion: '1.0',
      id: '1',
      source: 'urn:test',
      type: 'com.example.happened',
      data: {},
    },
  ]),
};

/** Kinds of tasks that reach beyond the workflow. */
const CALLING = ['call', 'run', 'emit'];

/** The tasks whose calls a mock can answer. */
export function mockable(nodes: readonly GraphNode[]): readonly GraphNode[] {
  return nodes.filter(({ kind }) => ['call', 'run', 'listen'].includes(kind));
}

/** What is wrong with an answer; undefined when nothing is. */
export function answerProblem({ kind, text }: MockEntry): string | undefined {
  const value = parseJson(text);
  if (value === undefined) return 'This is not JSON.';
  if (kind === 'events' && !Array.isArray(value)) {
    return 'Events are a JSON list: [ … ]';
  }
  if (kind === 'error' && !isError(value)) {
    return 'An error is a JSON object with a type and a status: { "type": …, "status": 503 }';
  }
  return undefined;
}

/** The entries as the API takes them; those of one task replace each other. */
export function mocksOf(entries: readonly MockEntry[]): Mocks {
  return Object.fromEntries(
    entries.map(({ task, kind, text }) => [task, { [kind]: parseJson(text) }]),
  );
}

/** The tasks that would call somebody for real if one task were tried alone with these mocks: itself, and those within it. */
export function realCalls(
  nodes: readonly GraphNode[],
  task: string,
  entries: readonly MockEntry[],
): readonly GraphNode[] {
  return nodes.filter(
    ({ id, kind }) =>
      CALLING.includes(kind) &&
      (id === task || id.startsWith(`${task}/`)) &&
      !entries.some(entry => entry.task === id),
  );
}

function isError(value: Json): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'status' in value
  );
}
