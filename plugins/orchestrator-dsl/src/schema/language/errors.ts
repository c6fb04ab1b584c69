import {
  closedObject,
  exactlyOne,
  partOf,
  type Properties,
  type Schema,
} from './elements';
import { COMPUTED } from './values';

const instance: Schema = {
  type: 'string',
  description: 'JSON pointer of the task that failed.',
  pattern: `${COMPUTED}|^(?:/(?:[^~/]|~[01])*)*$`,
};

const title = partOf('textTemplate', 'What happened, in short.');
const detail = partOf('textTemplate', 'What happened this time.');

const backoff = closedObject('Takes no parameters.', {});

/** Errors, and what is done about them. @internal */
export const ERROR_SCHEMAS: Properties = {
  error: closedObject(
    'An error, as RFC 7807 describes problems.',
    {
      type: partOf('textTemplate', 'A URI that says what kind of error it is.'),
      status: partOf('count', 'A status as HTTP has them.'),
      title,
      detail,
      instance,
    },
    ['type', 'status'],
  ),
  errorFilter: {
    ...closedObject('Which errors are meant: all that is given must match.', {
      type: partOf('textTemplate', 'The kind of error.'),
      status: partOf('count', 'The status of the error.'),
      title,
      detail,
      instance,
    }),
    minProperties: 1,
  },
  retryPolicy: closedObject('When and how often something is tried again.', {
    when: partOf('expression', 'Tries again only when this holds.'),
    exceptWhen: partOf('expression', 'Does not try again when this holds.'),
    delay: partOf('duration', 'How long to wait before trying again.'),
    backoff: {
      ...closedObject('How the delay grows from one attempt to the next.', {
        constant: backoff,
        linear: backoff,
        exponential: backoff,
      }),
      ...exactlyOne(['constant', 'linear', 'exponential']),
    },
    limit: closedObject('When to give up.', {
      attempt: closedObject('Limits of single attempts.', {
        count: {
          type: 'integer',
          minimum: 0,
          description: 'How many times to try again.',
        },
        duration: partOf('duration', 'How long one attempt may take.'),
      }),
      duration: partOf('duration', 'How long all attempts may take together.'),
    }),
    jitter: closedObject(
      'A random addition to the delay.',
      {
        from: partOf('duration', 'The least.'),
        to: partOf('duration', 'The most.'),
      },
      ['from', 'to'],
    ),
  }),
};
