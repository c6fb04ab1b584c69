import type { JsonObject } from '@backstage/types';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRunWorkflow, type RunOrigin } from '../../api/queries';
import type { FieldProblem } from '../../components/form/FieldProblem';
import { useLinks } from '../../useLinks';
import { inputProblems } from './inputProblems';
import { newIdempotencyKey } from '../../api/newIdempotencyKey';

const noProblems: readonly FieldProblem[] = [];

/** A run about to be started. */
export interface Run {
  /** Tells when the instance exists, before its page opens. */
  readonly start: (input: JsonObject, onStarted?: () => void) => void;
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
 */
export function useRun(workflowId: string, origin: RunOrigin): Run {
  const navigate = useNavigate();
  const links = useLinks();
  const { mutate, reset, error, isPending, isSuccess } = useRunWorkflow(
    workflowId,
    origin,
  );
  const key = useRef<string>(undefined);
  const isBusy = useRef(false);
  const start = (input: JsonObject, onStarted?: () => void) => {
    if (isBusy.current) return;
    isBusy.current = true;
    key.current ??= newIdempotencyKey();
    mutate(
      { input, idempotencyKey: key.current },
      {
        onSuccess: ({ id }) => {
          onStarted?.();
          navigate(links.instance(id));
        },
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
