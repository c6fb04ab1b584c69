import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { DefinitionSource } from './DefinitionSource';

/** Where modules add places that workflow definitions come from. @public */
export interface OrchestratorDefinitionSourcesExtensionPoint {
  /**
   * Adds a source. Of two sources that have a workflow with the same id, the one added first keeps it; those of the
   * configuration come before those of modules.
   *
   * @throws when there already is a source with this name
   */
  addDefinitionSource(source: DefinitionSource): void;
}

/**
 * Lets modules add places that workflow definitions come from.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'orchestrator',
 *   moduleId: 'my-definitions',
 *   register(env) {
 *     env.registerInit({
 *       deps: { sources: orchestratorDefinitionSourcesExtensionPoint },
 *       async init({ sources }) {
 *         sources.addDefinitionSource(new MyDefinitionSource());
 *       },
 *     });
 *   },
 * });
 * ```
 *
 * @public
 */
export const orchestratorDefinitionSourcesExtensionPoint =
  createExtensionPoint<OrchestratorDefinitionSourcesExtensionPoint>({
    id: 'orchestrator.definitionSources',
  });
