import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** Secrets by name. @public */
export type SecretValues = { readonly [name: string]: Json };

/** Where workflows get the secrets from that they name in `use.secrets`. @public */
export interface SecretSource {
  /**
   * Values of these secrets, as they are now; asked each time that an instance is taken up. What is not in the answer is not
   * available to the workflow.
   */
  secretsFor(request: {
    readonly workflowId: string;
    readonly names: readonly string[];
  }): Promise<SecretValues>;
}
