import type { AuditorService } from '@backstage/backend-plugin-api';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Engine } from '../createEngine';
import { AuditedOrchestratorService } from './AuditedOrchestratorService';
import { AuthorizedOrchestratorService } from './AuthorizedOrchestratorService';
import type { CallerPermissions } from './CallerPermissions';
import { DefaultOrchestratorService } from './DefaultOrchestratorService';
import type { OrchestratorService } from './OrchestratorService';

/** The service as callers get it: authorized and audited. */
export function createOrchestratorService(
  engine: Engine,
  permissions: CallerPermissions,
  auditor: AuditorService,
): OrchestratorService {
  const unguarded = new DefaultOrchestratorService({
    ...engine,
    clock: systemClock,
  });
  const authorized = new AuthorizedOrchestratorService(unguarded, permissions);
  return new AuditedOrchestratorService(authorized, auditor);
}
