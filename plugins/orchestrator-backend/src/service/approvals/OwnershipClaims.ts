import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { Caller } from '../Caller';

/** By which entity refs callers are named: their own, and those of their groups. */
export class OwnershipClaims {
  readonly #known = new WeakMap<
    BackstageCredentials,
    Promise<readonly string[]>
  >();

  constructor(private readonly userInfo: UserInfoService) {}

  /** In lower case; of a service none: only people are asked. */
  async of({ kind, credentials, ref }: Caller): Promise<readonly string[]> {
    if (kind !== 'user') return [];
    const known = this.#known.get(credentials);
    const claims = known ?? this.#ask(credentials, ref);
    if (!known) this.#known.set(credentials, claims);
    return claims;
  }

  async #ask(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<readonly string[]> {
    const { ownershipEntityRefs } = await this.userInfo.getUserInfo(
      credentials,
    );
    const refs = [ref, ...ownershipEntityRefs].map(one => one.toLowerCase());
    return [...new Set(refs)];
  }
}
