import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { isObject } from '../../interpreter/json';
import type { SecretValues } from './SecretSource';

const MASK = '***';

/** Shorter texts are left alone: masking them would spoil much and hide nothing. */
const SHORTEST = 4;

/**
 * Takes the secrets of one instance out of what is written of it: each text in them, wherever it stands in another one, also
 * percent-encoded, as a basic credential, and escaped as in JSON text.
 */
export class SecretMask {
  readonly #hidden: readonly string[];

  constructor(secrets: SecretValues) {
    const texts = Object.values(secrets).flatMap(textsIn);
    const forms = texts.flatMap(text => [
      text,
      encodeURIComponent(text),
      JSON.stringify(text).slice(1, -1),
    ]);
    this.#hidden = [...new Set([...forms, ...credentialsIn(secrets)])]
      .filter(({ length }) => length >= SHORTEST)
      .sort((a, b) => b.length - a.length);
  }

  /** The value without the secrets; the same one when there are none in it. */
  of<T>(value: T): T;
  of(value: unknown): unknown {
    if (this.#hidden.length === 0) return value;
    if (typeof value === 'string') return this.#ofText(value);
    if (Array.isArray(value)) return value.map(item => this.of(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        this.#ofText(name),
        this.of(member),
      ]),
    );
  }

  #ofText(text: string): string {
    return this.#hidden.reduce(
      (masked, secret) => masked.replaceAll(secret, MASK),
      text,
    );
  }
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** What a basic credential makes of a user and a password. */
function credentialsIn(secrets: SecretValues): readonly string[] {
  return Object.values(secrets).flatMap(secret => {
    if (!isObject(secret)) return [];
    const { username, password } = secret;
    return typeof username === 'string' && typeof password === 'string'
      ? [Buffer.from(`${username}:${password}`).toString('base64')]
      : [];
  });
}
