import { ServiceError } from '../../service/ServiceError';

/** The caller has as many live streams open as may be. */
export class TooManyStreamsError extends ServiceError {
  constructor(limit: number) {
    super(
      'TOO_MANY_STREAMS',
      `You have ${limit} live streams open, and no more may be; close some, or follow several instances by one stream`,
    );
  }
}
