import {
  OfferedFunctions,
  type OfferedFunction,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { OrchestratorFunctionsExtensionPoint } from '@stagecraft/backstage-plugin-orchestrator-node';

/** Gathers the functions that modules add. */
export class AddedFunctions implements OrchestratorFunctionsExtensionPoint {
  readonly offered = new OfferedFunctions();

  addFunction(offered: OfferedFunction): void {
    this.offered.add(offered);
  }
}
