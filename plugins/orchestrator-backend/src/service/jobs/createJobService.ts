import type { AuditorService } from '@backstage/backend-plugin-api';
import { systemClock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Engine } from '../../createEngine';
import type { CallerPermissions } from '../CallerPermissions';
import { AuditedJobService } from './AuditedJobService';
import { AuthorizedJobService } from './AuthorizedJobService';
import { DefaultJobService } from './DefaultJobService';
import type { JobService } from './JobService';

/** The service as callers get it: authorized and audited. */
export function createJobService(
  { jobs, jobRunner, reader }: Engine,
  permissions: CallerPermissions,
  auditor: AuditorService,
): JobService {
  const unguarded = new DefaultJobService({
    jobs,
    reader,
    clock: systemClock,
    onChanged: () => jobRunner.nudge(),
  });
  const authorized = new AuthorizedJobService(unguarded, permissions);
  return new AuditedJobService(authorized, auditor);
}
