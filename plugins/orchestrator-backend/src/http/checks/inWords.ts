import type { Fault } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** What the contract's validator says, in words that tell what to send instead. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/^must be equal to one of the allowed values: (.*)$/s, 'must be one of $1'],
  [/^must NOT have fewer than 1 .*$/, 'must not be empty'],
  [/^must NOT have fewer than (.*)$/, 'must have at least $1'],
  [/^must NOT have more than (.*)$/, 'must have at most $1'],
  [/^must be <= (.*)$/, 'must be at most $1'],
  [/^must be >= (.*)$/, 'must be at least $1'],
  [
    /^must match format "date-time"$/,
    'must be a time in ISO 8601, e.g. 2026-11-22T03:00:00.000Z',
  ],
  [/^must match format "uuid"$/, 'must be a UUID'],
  [
    /^must match format "uri"$/,
    'must be an address, e.g. https://example.com/path',
  ],
  [
    /^must match pattern "\^\[A-Za-z0-9_-\]\+\\\.\[0-9\]\+\$"$/,
    'must be the id of an event of the log, e.g. k7.9',
  ],
];

/** The fault in words; one that tells of a missing member points at that member. */
export function inWords({ pointer, message }: Fault): Fault {
  const [, missing] =
    /^must have required property '(.*)'$/s.exec(message) ?? [];
  if (missing !== undefined) {
    return { pointer: `${pointer}/${missing}`, message: 'is required' };
  }
  const phrase = phrases.find(([pattern]) => pattern.test(message));
  return {
    pointer,
    message: phrase ? message.replace(phrase[0], phrase[1]) : message,
  };
}
