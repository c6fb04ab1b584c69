import type {
  GraphNode,
  Json,
  WorkflowDetails,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useState } from 'react';
import { useDryRun, useTaskTrial, type Mocks } from '../../../api/trialQueries';
import { initialInput } from '../../../components/form/initialInput';
import { parseJson } from '../../../components/form/parseJson';
import { parseJsonObject } from '../../../components/form/parseJsonObject';
import type { Trial } from '../../../components/trial/TrialReport';
import { answerProblem, mocksOf, realCalls, type MockEntry } from './mocks';

/** What is to be tried. */
interface Entered {
  /** JSON pointer of a task that is tried alone; the whole workflow when there is none. */
  readonly task?: string;
  /** JSON. */
  readonly text: string;
  readonly mocks: readonly MockEntry[];
}

/** The form of a trial, and how the trial went. */
export interface TrialForm extends Entered {
  /** Changes what is entered; how a trial went that was of something else is not told any more. */
  readonly change: (change: Partial<Entered>) => void;
  /** Why the input is none. */
  readonly inputProblem?: string;
  readonly isReady: boolean;
  readonly isTrying: boolean;
  /** The tasks that would call somebody for real. */
  readonly realCalls: readonly GraphNode[];
  readonly start: () => void;
  readonly result?: Trial;
  readonly error: unknown;
}

/** Keeps the form of a trial: of the whole workflow without effects, or of one task. */
export function useTrialForm(
  { workflowId, inputSchema = {} }: WorkflowDetails,
  nodes: readonly GraphNode[],
): TrialForm {
  const [entered, setEntered] = useState<Entered>(() => ({
    text: JSON.stringify(initialInput(inputSchema), null, 2),
    mocks: [],
  }));
  const whole = useDryRun(workflowId);
  const alone = useTaskTrial(workflowId);
  const { task, text, mocks } = entered;
  const tried = task === undefined ? whole : alone;
  const input = task === undefined ? parseJsonObject(text) : parseAny(text);
  const isReady =
    input.problem === undefined &&
    mocks.every(mock => answerProblem(mock) === undefined);
  const begin = (given: Mocks) => {
    if (task !== undefined) {
      alone.mutate({ taskRef: task, input: parseJson(text), mocks: given });
    } else {
      whole.mutate({ inputData: parseJsonObject(text).value, mocks: given });
    }
  };
  return {
    ...entered,
    change: change => {
      whole.reset();
      alone.reset();
      setEntered(previous => ({ ...previous, ...change }));
    },
    inputProblem: input.problem,
    isReady,
    isTrying: tried.isPending,
    realCalls: task === undefined ? [] : realCalls(nodes, task, mocks),
    start: () => begin(mocksOf(mocks)),
    result: whole.data ?? (alone.data && { ...alone.data, tasks: [] }),
    error: tried.error,
  };
}

/** A task takes any value as its input. */
function parseAny(text: string): { value?: Json; problem?: string } {
  const value = parseJson(text);
  return value === undefined ? { problem: 'This is not JSON.' } : { value };
}
