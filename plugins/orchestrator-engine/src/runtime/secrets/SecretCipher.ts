import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from 'node:crypto';
import { DecryptionFailedError } from './DecryptionFailedError';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 'v1';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts texts that are kept in the database, with AES-256-GCM under keys that are not there.
 *
 * What it makes reads `v1.<key id>.<nonce>.<text and tag>`; the id is a digest of the key, by which the right one is found after
 * a rotation. Each text is bound to its place (`context`), so that one moved to another row does not open.
 *
 * @public
 */
export class SecretCipher {
  readonly #newest: CipherKey;
  readonly #keys: ReadonlyMap<string, CipherKey>;

  /**
   * @param keys - each 32 bytes in base64; the first encrypts, the others still decrypt what was encrypted while they were first
   * @throws TypeError when there is none, or one is not 32 bytes in base64; says which, never what it holds
   */
  constructor(keys: readonly string[]) {
    const [newest, ...older] = keys.map(readKey);
    if (!newest) throw new TypeError('There is no encryption key');
    this.#newest = newest;
    this.#keys = new Map([newest, ...older].map(key => [key.id, key]));
  }

  /** The text, encrypted with the newest key: never the same twice. */
  encrypt(text: string, context: string): string {
    const { id, bytes } = this.#newest;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, bytes, nonce, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(boundTo(id, context));
    const encrypted = Buffer.concat([
      cipher.update(text, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return [
      FORMAT,
      id,
      nonce.toString('base64url'),
      encrypted.toString('base64url'),
    ].join('.');
  }

  /**
   * The text that was encrypted for this context.
   *
   * @throws DecryptionFailedError when no key that is configured fits, or when it is not as it was written
   */
  decrypt(encrypted: string, context: string): string {
    const { id, nonce, body } = readParts(encrypted);
    const key = this.#keys.get(id);
    if (!key) throw new DecryptionFailedError('KEY_UNKNOWN');
    try {
      const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(boundTo(id, context));
      decipher.setAuthTag(body.subarray(-TAG_BYTES));
      return Buffer.concat([
        decipher.update(body.subarray(0, -TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8');
    } catch (cause) {
      throw new DecryptionFailedError('ALTERED', { cause });
    }
  }
}

interface CipherKey {
  readonly id: string;
  readonly bytes: Buffer;
}

function readKey(text: string, index: number): CipherKey {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES || !BASE64.test(text)) {
    throw new TypeError(
      `Encryption key ${
        index + 1
      } is not 32 bytes in base64, as \`openssl rand -base64 32\` makes them`,
    );
  }
  return { id: idOf(bytes), bytes };
}

const BASE64 = /^[A-Za-z0-9+/_-]+=*$/;

function idOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8);
}

function boundTo(id: string, context: string): Buffer {
  return Buffer.from(`${FORMAT}.${id}.${context}`, 'utf8');
}

function readParts(encrypted: string) {
  const [format, id, nonce, body, ...more] = encrypted.split('.');
  if (format !== FORMAT || body === undefined || more.length > 0) {
    throw new DecryptionFailedError('ALTERED');
  }
  return {
    id,
    nonce: Buffer.from(nonce, 'base64url'),
    body: Buffer.from(body, 'base64url'),
  };
}
