import type { AuthTokens } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { RequestInvalidError } from '../errors/RequestInvalidError';

interface GivenToken {
  readonly provider: string;
  readonly token: string;
}

/**
 * Tokens by their provider.
 *
 * @throws {@link RequestInvalidError} two of them are of one provider
 */
export function readAuthTokens(
  given: readonly GivenToken[] | undefined,
): AuthTokens | undefined {
  if (!given || given.length === 0) return undefined;
  const providers = given.map(({ provider }) => provider);
  const again = providers.findIndex((one, at) => providers.indexOf(one) < at);
  if (again === -1) {
    return Object.fromEntries(
      given.map(({ provider, token }) => [provider, token]),
    );
  }
  const pointer = `/body/authTokens/${again}/provider`;
  const message = `must not be named twice: "${providers[again]}"`;
  throw new RequestInvalidError([{ pointer, message }]);
}
