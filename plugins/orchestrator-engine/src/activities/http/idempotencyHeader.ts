import type { Call } from '../Call';

/** Tells who is called that a repeated request is the same wish. */
export function idempotencyHeader({ idempotencyKey }: Call): {
  readonly 'idempotency-key': string;
} {
  return { 'idempotency-key': printable(idempotencyKey) };
}

/** Names of tasks may hold any character, headers not: what is not printable ASCII is percent-encoded. */
function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]+/g, part =>
    Buffer.from(part).toString('hex').replace(/../g, '%$&').toUpperCase(),
  );
}
