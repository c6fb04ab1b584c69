import { ResponseError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  pathOfPointer,
  type FieldProblem,
} from '../../components/form/FieldProblem';

/** The faults that the server found in the input, each at its field; empty for any other error. */
export function inputProblems(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof ResponseError)) return [];
  const { code, details } = error.body.error;
  if (code !== 'INPUT_INVALID' || !Array.isArray(details)) return [];
  return details.flatMap(problemOf);
}

function problemOf(detail: JsonValue | undefined): readonly FieldProblem[] {
  const isObject = typeof detail === 'object' && detail !== null;
  if (!isObject || Array.isArray(detail)) return [];
  const { pointer, message } = detail;
  if (typeof pointer !== 'string' || typeof message !== 'string') return [];
  return [{ path: pathOfPointer(pointer), message }];
}
