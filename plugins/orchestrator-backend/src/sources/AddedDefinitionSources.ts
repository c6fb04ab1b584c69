import { ConflictError } from '@backstage/errors';
import type {
  DefinitionSource,
  OrchestratorDefinitionSourcesExtensionPoint,
} from '@stagecraft/backstage-plugin-orchestrator-node';

/** Gathers the sources that modules add. */
export class AddedDefinitionSources
  implements OrchestratorDefinitionSourcesExtensionPoint
{
  readonly #sources = new Map<string, DefinitionSource>();

  addDefinitionSource(source: DefinitionSource): void {
    if (this.#sources.has(source.name)) {
      throw new ConflictError(
        `There are two sources of workflow definitions with the name "${source.name}"`,
      );
    }
    this.#sources.set(source.name, source);
  }

  /** In the order in which they were added. */
  list(): readonly DefinitionSource[] {
    return [...this.#sources.values()];
  }
}
