import type { Credentials } from '../../interpreter/DurableHost';
import { isSecretName } from './isSecretName';

const MASK = '***';

/** Shorter ones are left alone: masking them would spoil the text and hide nothing. */
const SHORTEST = 4;

/** Long enough that a secret which an excerpt would cut is masked as a whole. */
const READ_LENGTH = 20_000;
const EXCERPT_LENGTH = 500;
const TAIL_LENGTH = 1000;

/** Collects what a call must not tell, and takes it out of texts about the call. */
export class Secrets {
  readonly #known = new Set<string>();

  /** Hides a text, also percent-encoded. */
  add(secret: string | undefined): void {
    if (!secret || secret.length < SHORTEST) return;
    this.#known.add(secret);
    this.#known.add(encodeURIComponent(secret));
  }

  /** Hides what a header or a variable holds whose name says that it is secret; of `Bearer xyz`, `xyz` as well. */
  addNamed(name: string, value: string): void {
    if (!isSecretName(name)) return;
    this.add(value);
    this.add(value.replace(/^\w+ /, ''));
  }

  /** Hides the password of `https://name:password@host`. */
  addUserInfo(uri: string): void {
    if (!URL.canParse(uri)) return;
    const { username, password } = new URL(uri);
    if (password === '') return;
    const [name, word] = [username, password].map(decodeURIComponent);
    this.add(word);
    this.add(Buffer.from(`${name}:${word}`).toString('base64'));
  }

  /** Hides all that credentials keep secret. */
  addCredentials(credentials: Credentials): void {
    secretsOf(credentials).forEach(secret => this.add(secret));
  }

  /** How a text begins, without the secrets that are in it. */
  excerpt(text: string): string {
    return this.redact(text.slice(0, READ_LENGTH)).slice(0, EXCERPT_LENGTH);
  }

  /** How a text ends, without the secrets that are in it. */
  tail(text: string): string {
    return this.redact(text.slice(-READ_LENGTH)).slice(-TAIL_LENGTH);
  }

  /** The text with each secret masked. */
  redact(text: string): string {
    const longestFirst = [...this.#known].sort((a, b) => b.length - a.length);
    return longestFirst.reduce(
      (masked, secret) => masked.replaceAll(secret, MASK),
      text,
    );
  }
}

function secretsOf(credentials: Credentials): readonly (string | undefined)[] {
  switch (credentials.scheme) {
    case 'basic':
    case 'digest':
      return [credentials.password];
    case 'bearer':
      return [credentials.token];
    default: {
      const { client, password, subject, actor } = credentials.request;
      return [
        client?.secret,
        client?.assertion,
        password,
        subject?.token,
        actor?.token,
      ];
    }
  }
}
