/** Names of errors that only HTTP has; `describeError` knows their statuses. */

/** The body is of a media type that is not taken. */
export class UnsupportedMediaTypeError extends Error {
  readonly name = 'UnsupportedMediaTypeError';
}

/** Nothing that the request accepts can be given. */
export class NotAcceptableError extends Error {
  readonly name = 'NotAcceptableError';
}
