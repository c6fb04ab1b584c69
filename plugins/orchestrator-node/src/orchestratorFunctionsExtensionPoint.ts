import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { OfferedFunction } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** Where modules add functions that workflows can call by name. @public */
export interface OrchestratorFunctionsExtensionPoint {
  /**
   * Adds a function to the default catalog: `call: <name>` finds it, unless the definition has one of that name itself.
   *
   * @throws when there already is a function with this name
   */
  addFunction(offered: OfferedFunction): void;
}

/**
 * Lets modules add functions that workflows can call by name.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'orchestrator',
 *   moduleId: 'greet',
 *   register(env) {
 *     env.registerInit({
 *       deps: { functions: orchestratorFunctionsExtensionPoint },
 *       async init({ functions }) {
 *         functions.addFunction({
 *           name: 'greet',
 *           inputSchema: {
 *             type: 'object',
 *             properties: { name: { type: 'string' } },
 *             required: ['name'],
 *           },
 *           execute: async input => `Hello, ${(input as { name: string }).name}!`,
 *         });
 *       },
 *     });
 *   },
 * });
 * ```
 *
 * @public
 */
export const orchestratorFunctionsExtensionPoint =
  createExtensionPoint<OrchestratorFunctionsExtensionPoint>({
    id: 'orchestrator.functions',
  });
