import type { JsonObject } from '@backstage/types';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRunWorkflow } from '../../api/queries';
import type { FieldProblem } from '../../components/form/FieldProblem';
import { useLinks } from '../../useLinks';
import { inputProblems } from './inputProblems';
import { newIdempotencyKey } from '../../api/newIdempotencyKey';

const noProblems: readonly FieldProblem[] = [];

/** A run about to be started. */
export interface Run {
  readonly start: (input: JsonObject) => void;
  /** From the first press until the instance page opens, or the server refuses. */
  readonly isRunning: boolean;
  /** What the server found wrong with the input. */
  readonly problems: readonly FieldProblem[];
  /** Why it could not be started, if not for the input. */
  readonly error: unknown;
  /** Forgets the server's verdict: the input is another now. */
  readonly edited: () => void;
}

/**
 * Starts a workflow and goes to its instance.
 *
 * The same input is sent under the same key however often it is sent, so a run whose answer was lost is not started
 * twice. Changed input gets a new key.
 *
 * @param rerunOf - the instance of which it is another run
 */
export function useRun(workflowId: string, rerunOf?: string): Run {
  const navigate = useNavigate();
  const links = useLinks();
  const { mutate, reset, error, isPending, isSuccess } = useRunWorkflow(
    workflowId,
    rerunOf,
  );
  const key = useRef<string>(undefined);
  const isBusy = useRef(false);
  const start = (input: JsonObject) => {
    if (isBusy.current) return;
    isBusy.current = true;
    key.current ??= newIdempotencyKey();
    mutate(
      { input, idempotencyKey: key.current },
      {
        onSuccess: ({ id }) => navigate(links.instance(id)),
        onError: () => {
          isBusy.current = false;
        },
      },
    );
  };
  const edited = () => {
    key.current = undefined;
    if (error) reset();
  };
  const problems = error ? inputProblems(error) : noProblems;
  return {
    start,
    isRunning: isPending || isSuccess,
    problems,
    error: problems.length === 0 ? error : undefined,
    edited,
  };
}
