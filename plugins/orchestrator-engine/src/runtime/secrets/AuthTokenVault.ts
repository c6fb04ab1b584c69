/**
 * Keeps the tokens that callers hand to instances, and gives them to runs.
 *
 * - V1 They are in the database encrypted, bound to their instance, and not at all from the end of the instance on.
 * - V2 A child that was given none has those of the instance that started it, as long as that has not ended.
 */
import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError } from '../../EngineError';
import { AUTH_TOKENS } from '../../interpreter/secrets';
import type { InstanceReader } from '../../store/InstanceReader';
import { DROPPED_TOKENS, type Instance } from '../../store/InstanceStore';
import type { AuthTokens } from './AuthTokens';
import { DecryptionFailedError } from './DecryptionFailedError';
import type { SecretCipher } from './SecretCipher';

/** What is known of the tokens of an instance from its row. */
export type TokenHolder = Pick<Instance, 'id' | 'authTokens' | 'parent'>;

/** What tokens are for. */
export interface TokenUse {
  readonly instanceId: string;
  readonly definition: Pick<WorkflowDefinition, 'secrets'>;
}

/** See the module header. */
export class AuthTokenVault {
  constructor(
    private readonly options: {
      readonly reader: Pick<InstanceReader, 'get'>;
      /** Without one no tokens are taken. */
      readonly cipher?: SecretCipher;
    },
  ) {}

  /**
   * The tokens as the instance's row keeps them (V1); nothing when there are none, or when the definition does not name them.
   *
   * @throws {@link EngineError} `ENCRYPTION_KEY_MISSING`
   */
  lock(
    tokens: AuthTokens = {},
    { instanceId, definition }: TokenUse,
  ): string | undefined {
    const isUsed = definition.secrets?.includes(AUTH_TOKENS);
    if (!isUsed || Object.keys(tokens).length === 0) return undefined;
    const { cipher } = this.options;
    if (cipher)
      return cipher.encrypt(JSON.stringify(tokens), placeOf(instanceId));
    throw new EngineError(
      'ENCRYPTION_KEY_MISSING',
      'Tokens are kept encrypted, and this portal has no key for that: whoever runs it sets `orchestrator.encryptionKeys`',
    );
  }

  /**
   * What the instance was given, or what it has of its parent (V2).
   *
   * @returns `undefined` also when it had tokens until it ended: {@link AuthTokenVault.areDropped}
   * @throws {@link EngineError} `ENCRYPTION_KEY_MISSING` when the key is no longer configured
   * @throws DecryptionFailedError when what is kept was altered
   */
  async tokensOf(instance: TokenHolder): Promise<AuthTokens | undefined> {
    const holder = await this.#holderOf(instance);
    return holder?.authTokens === undefined || isDropped(holder)
      ? undefined
      : JSON.parse(this.#opened(holder.authTokens, holder.id));
  }

  /** Whether it had tokens until it ended, or its parent did. */
  async areDropped(instance: TokenHolder): Promise<boolean> {
    const holder = await this.#holderOf(instance);
    return holder !== undefined && isDropped(holder);
  }

  /** The instance that was given tokens: this one, or the nearest of those that started it. */
  async #holderOf(instance: TokenHolder): Promise<TokenHolder | undefined> {
    const { authTokens, parent } = instance;
    if (authTokens !== undefined) return instance;
    const starter =
      parent && (await this.options.reader.get(parent.instanceId));
    return starter && this.#holderOf(starter);
  }

  #opened(encrypted: string, instanceId: string): string {
    try {
      const { cipher } = this.options;
      if (!cipher) throw new DecryptionFailedError('KEY_UNKNOWN');
      return cipher.decrypt(encrypted, placeOf(instanceId));
    } catch (cause) {
      if (!isKeyMissing(cause)) throw cause;
      throw new EngineError(
        'ENCRYPTION_KEY_MISSING',
        `The tokens of instance ${instanceId} cannot be read. ${cause.message}`,
        { cause },
      );
    }
  }
}

function placeOf(instanceId: string): string {
  return `instances/${instanceId}/auth_tokens`;
}

function isDropped({ authTokens }: TokenHolder): boolean {
  return authTokens === DROPPED_TOKENS;
}

function isKeyMissing(error: unknown): error is DecryptionFailedError {
  return error instanceof DecryptionFailedError && error.code === 'KEY_UNKNOWN';
}
