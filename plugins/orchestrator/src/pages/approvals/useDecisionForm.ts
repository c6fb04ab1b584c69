import type { JsonObject } from '@backstage/types';
import type { Approval } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useRef, useState } from 'react';
import { useDecide } from '../../api/approvalQueries';
import {
  findProblems,
  type FieldProblem,
} from '../../components/form/FieldProblem';
import { initialInput } from '../../components/form/initialInput';
import type { InputSchema } from '../../components/form/schemaValidator';
import { inputProblems } from '../run/inputProblems';
import { newIdempotencyKey } from '../../api/newIdempotencyKey';

/** The state of a decision, and what a person can do with it. */
export interface DecisionFormState {
  /** Of what is to be filled in; absent when nothing is. */
  readonly schema?: InputSchema;
  readonly data: JsonObject;
  readonly comment: string;
  readonly problems: readonly FieldProblem[];
  /** Why it was refused, if not for what was filled in. */
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly fillIn: (data: JsonObject) => void;
  readonly say: (comment: string) => void;
  readonly decide: (decision: string) => void;
}

/**
 * Keeps a decision until it is made. What is filled in goes with the first decision alone: to refuse, nobody need fill in a form.
 *
 * The same decision is sent under the same key however often it is sent; once something is edited it is another one.
 */
export function useDecisionForm({
  id,
  decisions,
  formSchema,
}: Approval): DecisionFormState {
  const schema: InputSchema | undefined = formSchema;
  const [data, setData] = useState(() => (schema ? initialInput(schema) : {}));
  const [comment, setComment] = useState('');
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const keys = useRef(new Map<string, string>());
  const { mutate, reset, error, isPending } = useDecide(id);
  const edited = () => {
    keys.current.clear();
    setFound([]);
    if (error) reset();
  };
  const decide = (decision: string) => {
    const isFilledIn = schema !== undefined && decision === decisions[0];
    const problems = isFilledIn ? findProblems(schema, data) : [];
    setFound(problems);
    if (problems.length > 0 || isPending) return;
    const idempotencyKey = keys.current.get(decision) ?? newIdempotencyKey();
    keys.current.set(decision, idempotencyKey);
    mutate({
      decision,
      idempotencyKey,
      ...(comment.trim() && { comment: comment.trim() }),
      ...(isFilledIn && { data }),
    });
  };
  const refused = error ? inputProblems(error).map(inData) : [];
  return {
    schema,
    data,
    comment,
    problems: [...found, ...refused],
    error: refused.length === 0 ? error : undefined,
    isBusy: isPending,
    fillIn: next => {
      setData(next);
      edited();
    },
    say: next => {
      setComment(next);
      edited();
    },
    decide,
  };
}

/** The server names what was filled in from the root of the request. */
function inData({ path, message }: FieldProblem): FieldProblem {
  return { path: path[0] === 'data' ? path.slice(1) : path, message };
}
