import {
  standardError,
  type StandardErrorKind,
  type WorkflowError,
} from '../../interpreter/WorkflowError';

/** gRPC's status codes, and the HTTP statuses that stand for them (google.rpc.Code). */
const CODES: {
  readonly [code: number]: readonly [
    name: string,
    status: number,
    kind?: StandardErrorKind,
  ];
} = {
  1: ['CANCELLED', 499],
  2: ['UNKNOWN', 500],
  3: ['INVALID_ARGUMENT', 400],
  4: ['DEADLINE_EXCEEDED', 408, 'timeout'],
  5: ['NOT_FOUND', 404],
  6: ['ALREADY_EXISTS', 409],
  7: ['PERMISSION_DENIED', 403, 'authorization'],
  8: ['RESOURCE_EXHAUSTED', 429],
  9: ['FAILED_PRECONDITION', 400],
  10: ['ABORTED', 409],
  11: ['OUT_OF_RANGE', 400],
  12: ['UNIMPLEMENTED', 501],
  13: ['INTERNAL', 500],
  14: ['UNAVAILABLE', 503],
  15: ['DATA_LOSS', 500],
  16: ['UNAUTHENTICATED', 401, 'authentication'],
};

/** The standard error for a status that a server gave. */
export function grpcError(
  target: string,
  code: number,
  details: string,
): WorkflowError {
  const [name, status, kind = 'communication'] = CODES[code] ?? CODES[2];
  return standardError(kind, `${target} answered ${name}: ${details}`, status);
}
