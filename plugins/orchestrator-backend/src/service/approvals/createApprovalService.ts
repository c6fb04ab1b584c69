import type {
  AuditorService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Engine } from '../../createEngine';
import type { CallerPermissions } from '../CallerPermissions';
import type { ApprovalService } from './ApprovalService';
import { AuditedApprovalService } from './AuditedApprovalService';
import { AuthorizedApprovalService } from './AuthorizedApprovalService';
import { DefaultApprovalService } from './DefaultApprovalService';
import { OwnershipClaims } from './OwnershipClaims';

/** Approvals as callers get them: authorized and audited. */
export function createApprovalService(
  { approvals, runtime }: Pick<Engine, 'approvals' | 'runtime'>,
  permissions: CallerPermissions,
  services: {
    readonly auditor: AuditorService;
    readonly userInfo: UserInfoService;
  },
): ApprovalService {
  const claims = new OwnershipClaims(services.userInfo);
  const authorized = new AuthorizedApprovalService(
    new DefaultApprovalService({
      approvals,
      runtime,
      claims,
      clock: systemClock,
    }),
    permissions,
    claims,
  );
  return new AuditedApprovalService(authorized, services.auditor);
}
