import type { Credentials } from '../../interpreter/DurableHost';

const MASK = '***';

/** Shorter ones are left alone: masking them would spoil the text and hide nothing. */
const SHORTEST = 4;

/** Collects what a call must not tell, and takes it out of texts about the call. */
export class Secrets {
  readonly #known = new Set<string>();

  /** Hides a text, also percent-encoded. */
  add(secret: string | undefined): void {
    if (!secret || secret.length < SHORTEST) return;
    this.#known.add(secret);
    this.#known.add(encodeURIComponent(secret));
  }

  /** Hides all that credentials keep secret. */
  addCredentials(credentials: Credentials): void {
    secretsOf(credentials).forEach(secret => this.add(secret));
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
