import { createHmac } from 'node:crypto';

/**
 * The headers by which a receiver knows a message as ours, as Standard Webhooks has them: with each key the HMAC-SHA256 of id, time
 * and body, joined by dots.
 *
 * @param message - `time`: when it is sent, milliseconds since the epoch
 */
export function signatureHeaders(
  message: {
    readonly id: string;
    readonly time: number;
    readonly body: string;
  },
  keys: readonly Buffer[],
): { readonly [name: string]: string } {
  const { id, time, body } = message;
  const timestamp = Math.floor(time / 1000);
  const signatures = keys.map(key =>
    createHmac('sha256', key)
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64'),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': `${timestamp}`,
    'webhook-signature': signatures.map(one => `v1,${one}`).join(' '),
  };
}
