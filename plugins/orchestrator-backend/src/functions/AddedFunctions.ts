import { approvalFunction } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  OfferedFunctions,
  type OfferedFunction,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { OrchestratorFunctionsExtensionPoint } from '@stagecraft/backstage-plugin-orchestrator-node';

/** Gathers the functions that modules add. */
export class AddedFunctions implements OrchestratorFunctionsExtensionPoint {
  readonly offered = new OfferedFunctions();

  addFunction(offered: OfferedFunction): void {
    if (offered.name === approvalFunction.name) {
      throw new Error(
        `The function ${offered.name} is there already; give yours another name`,
      );
    }
    this.offered.add(offered);
  }
}
