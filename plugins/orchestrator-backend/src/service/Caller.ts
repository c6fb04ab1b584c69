import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';

/** A request of Express, whatever its types. */
export type AnyRequest = Parameters<HttpAuthService['credentials']>[0];

/** Who asks. */
export interface Caller {
  readonly credentials: BackstageCredentials;
  /** Entity ref of a user, subject of a service. */
  readonly ref: string;
  readonly kind: 'user' | 'service';
  /** What is being answered, for the audit. */
  readonly request?: AnyRequest;
}

/** The caller as the log names who caused an entry. */
export function actorOf({ kind, ref }: Caller): Actor {
  return { kind, ref };
}
