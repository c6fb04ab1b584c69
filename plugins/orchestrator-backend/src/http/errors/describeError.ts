import { isError } from '@backstage/errors';
import type { ErrorCode } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  EngineError,
  type Fault,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { ServiceError } from '../../service/ServiceError';
import { RateLimitedError } from './RateLimitedError';
import { RequestInvalidError } from './RequestInvalidError';

/** What a caller is told of an error. */
export interface DescribedError {
  readonly status: number;
  readonly name: string;
  readonly message: string;
  /** Absent where the contract has none: for paths that it does not know, and for what is ours. */
  readonly code?: ErrorCode;
  readonly details?: readonly Fault[];
  /** Seconds after which the same request may succeed. */
  readonly retryAfterSeconds?: number;
}

/** The status and name of each code: the one place that knows HTTP statuses. */
const answers: {
  readonly [C in ErrorCode]: {
    readonly status: number;
    readonly name: string;
    readonly retryAfterSeconds?: number;
  };
} = {
  REQUEST_INVALID: { status: 400, name: 'InputError' },
  UNAUTHENTICATED: { status: 401, name: 'AuthenticationError' },
  FORBIDDEN: { status: 403, name: 'NotAllowedError' },
  WORKFLOW_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  INSTANCE_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  TASK_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  PAYLOAD_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  WEBHOOK_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  DELIVERY_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  APPROVAL_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  TRIGGER_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  JOB_NOT_FOUND: { status: 404, name: 'NotFoundError' },
  NOT_ACCEPTABLE: { status: 406, name: 'NotAcceptableError' },
  STATE_CONFLICT: { status: 409, name: 'ConflictError' },
  WORKFLOW_EXISTS: { status: 409, name: 'ConflictError' },
  WORKFLOW_READ_ONLY: { status: 409, name: 'ConflictError' },
  WORKFLOW_DISABLED: { status: 409, name: 'ConflictError' },
  AUTH_TOKENS_REQUIRED: { status: 409, name: 'ConflictError' },
  IDEMPOTENCY_CONFLICT: { status: 409, name: 'ConflictError' },
  VERSION_CONFLICT: { status: 412, name: 'PreconditionFailedError' },
  PAYLOAD_TOO_LARGE: { status: 413, name: 'PayloadTooLargeError' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, name: 'UnsupportedMediaTypeError' },
  RATE_LIMITED: { status: 429, name: 'TooManyRequestsError' },
  TOO_MANY_STREAMS: {
    status: 429,
    name: 'TooManyRequestsError',
    retryAfterSeconds: 10,
  },
  OVERLOADED: {
    status: 429,
    name: 'TooManyRequestsError',
    retryAfterSeconds: 5,
  },
  INPUT_INVALID: { status: 422, name: 'InputInvalidError' },
  DEFINITION_INVALID: { status: 422, name: 'DefinitionInvalidError' },
  NOT_IMPLEMENTED: { status: 501, name: 'NotImplementedError' },
  ENCRYPTION_KEY_MISSING: { status: 501, name: 'NotImplementedError' },
  STORE_UNAVAILABLE: {
    status: 503,
    name: 'ServiceUnavailableError',
    retryAfterSeconds: 5,
  },
};

/** Codes of errors that come from elsewhere, by their names. */
const codesByName: { readonly [name: string]: ErrorCode } = {
  InputError: 'REQUEST_INVALID',
  URIError: 'REQUEST_INVALID',
  AuthenticationError: 'UNAUTHENTICATED',
  NotAllowedError: 'FORBIDDEN',
  NotImplementedError: 'NOT_IMPLEMENTED',
  PayloadTooLargeError: 'PAYLOAD_TOO_LARGE',
  NotAcceptableError: 'NOT_ACCEPTABLE',
  UnsupportedMediaTypeError: 'UNSUPPORTED_MEDIA_TYPE',
};

const noSuchPath = { status: 404, name: 'NotFoundError' } as const;

const ours: DescribedError = {
  status: 500,
  name: 'InternalServerError',
  message:
    'Something went wrong in the orchestrator; its log says what, at this time',
};

/** Whether the error is a fault of the orchestrator, or of what it runs on. */
export function isOurs(error: DescribedError): boolean {
  return error === ours;
}

/** Tells what is a caller's fault; of what is ours, only that it is. */
export function describeError(error: unknown): DescribedError {
  if (!isError(error)) return ours;
  if (error instanceof RateLimitedError) {
    const { code, message, faults, retryAfterSeconds } = error;
    return { ...described(code, message, faults), retryAfterSeconds };
  }
  if (error instanceof EngineError || error instanceof ServiceError) {
    return described(error.code, error.message, error.faults);
  }
  if (error instanceof RequestInvalidError) {
    return described('REQUEST_INVALID', error.message, error.faults);
  }
  if (error.name === noSuchPath.name) {
    return { ...noSuchPath, message: error.message };
  }
  const code = codesByName[error.name] ?? codeOfParser(error);
  return code ? described(code, inWords(error), []) : ours;
}

/** Express' parsers say what they met, but not in what. */
function inWords(error: Error): string {
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed') {
    return `The body is no JSON: ${error.message}`;
  }
  if (type === 'entity.too.large' && 'limit' in error) {
    return `The body is larger than ${error.limit} bytes, the most that this server takes`;
  }
  return error.message;
}

/** Express marks what it cannot parse with a status of the caller's faults. */
function codeOfParser(error: Error): ErrorCode | undefined {
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === answers.PAYLOAD_TOO_LARGE.status) return 'PAYLOAD_TOO_LARGE';
  return status >= 400 && status < 500 ? 'REQUEST_INVALID' : undefined;
}

function described(
  code: ErrorCode,
  message: string,
  faults: readonly Fault[],
): DescribedError {
  return {
    ...answers[code],
    code,
    message,
    ...(faults.length > 0 && { details: faults }),
  };
}
