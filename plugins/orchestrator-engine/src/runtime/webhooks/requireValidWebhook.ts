import { EngineError, type Fault } from '../../EngineError';
import type { EgressPolicy } from '../../activities/egress/EgressPolicy';
import { listFaults } from '../../listFaults';
import { messageOf } from '../EngineLogger';
import { isEventPattern, WEBHOOK_EVENT_TYPES } from './webhookEvents';
import { isWebhookSecret } from './WebhookSecrets';

/** What is said of a webhook, as far as it can be wrong. */
interface SaidOfWebhook {
  readonly url?: string;
  readonly events?: readonly string[];
  readonly secret?: string;
  readonly rotateSecret?: boolean;
}

/**
 * Checks what is given, and nothing of what is left out. A name in an address is looked up when something is sent to it.
 *
 * @throws {@link EngineError} `INPUT_INVALID`, with each fault
 */
export function requireValidWebhook(
  { url, events = [], secret, rotateSecret }: SaidOfWebhook,
  egress: EgressPolicy,
): void {
  const faults = [
    ...(url === undefined ? [] : faultsOfUrl(url, egress)),
    ...events.flatMap(faultsOfPattern),
    ...(secret === undefined ? [] : faultsOfSecret(secret, rotateSecret)),
  ];
  if (faults.length === 0) return;
  const message = `Such a webhook cannot be: ${listFaults(faults)}`;
  throw new EngineError('INPUT_INVALID', message, { faults });
}

function faultsOfUrl(text: string, egress: EgressPolicy): readonly Fault[] {
  const pointer = '/url';
  if (!URL.canParse(text)) return [{ pointer, message: 'is not a URL' }];
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) {
    return [{ pointer, message: 'must begin with https:// or http://' }];
  }
  if (url.username !== '' || url.password !== '') {
    const message =
      'must hold no name and no password, for it is shown in lists; the signature tells who sends';
    return [{ pointer, message }];
  }
  try {
    egress.requireAllowed(url);
    return [];
  } catch (error) {
    return [{ pointer, message: `is refused: ${messageOf(error)}` }];
  }
}

function faultsOfPattern(pattern: string, index: number): readonly Fault[] {
  if (isEventPattern(pattern)) return [];
  const types = WEBHOOK_EVENT_TYPES.join(', ');
  const message = `must be one of ${types}, or how some of them begin and *, but is "${pattern}"`;
  return [{ pointer: `/events/${index}`, message }];
}

function faultsOfSecret(
  secret: string,
  rotateSecret = false,
): readonly Fault[] {
  const pointer = '/secret';
  if (rotateSecret) {
    const message = 'is one too many: rotateSecret makes a random one';
    return [{ pointer, message }];
  }
  if (isWebhookSecret(secret)) return [];
  const message = 'must be whsec_ and 24 to 64 bytes in base64';
  return [{ pointer, message }];
}
