import { randomBytes } from 'node:crypto';
import type { Webhook } from '../../store/WebhookStore';
import { DecryptionFailedError } from '../secrets/DecryptionFailedError';
import type { SecretCipher } from '../secrets/SecretCipher';

const PREFIX = 'whsec_';

/** How many bytes the scheme lets a secret have. */
const MIN_BYTES = 24;
const MAX_BYTES = 64;

/** Makes the secrets of webhooks, and keeps them: encrypted when there is a key, else as they are. @public */
export class WebhookSecrets {
  /** @param cipher - absent: the deployment has no key */
  constructor(private readonly cipher?: SecretCipher) {}

  /** A new secret, as the scheme writes it. */
  random(): string {
    return `${PREFIX}${randomBytes(32).toString('base64')}`;
  }

  /** The form in which a webhook's secret is kept. */
  keep(secret: string, webhookId: string): string {
    return this.cipher?.encrypt(secret, webhookId) ?? secret;
  }

  /**
   * The keys that sign for a webhook at a time, the newest first.
   *
   * @throws {@link DecryptionFailedError} one of them does not open with the keys of this deployment
   */
  keysOf(webhook: Webhook, now: number): readonly Buffer[] {
    const { id, secret, previousSecret: previous } = webhook;
    const kept =
      previous && previous.until > now ? [secret, previous.secret] : [secret];
    return kept.map(one => keyOf(this.#open(one, id)));
  }

  #open(kept: string, webhookId: string): string {
    if (kept.startsWith(PREFIX)) return kept;
    if (this.cipher) return this.cipher.decrypt(kept, webhookId);
    throw new DecryptionFailedError('KEY_UNKNOWN');
  }
}

/** Whether a text is a secret by the scheme: `whsec_` and 24 to 64 bytes in base64. */
export function isWebhookSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const { length } = keyOf(text);
  return length >= MIN_BYTES && length <= MAX_BYTES;
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}
