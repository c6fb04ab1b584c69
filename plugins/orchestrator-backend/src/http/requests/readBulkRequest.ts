import { createHash } from 'node:crypto';
import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceFilter } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { BulkRequest } from '../../service/jobs/JobService';
import { readInstanceFilter } from '../search/readInstanceList';

/**
 * Reads what is to be done with which instances.
 *
 * @param key - that the request counts once under
 */
export function readBulkRequest(
  body: components['schemas']['BulkRequest'],
  key?: string,
): BulkRequest {
  const { action, force = false, reason, paused, query } = body;
  return {
    action,
    force,
    reason,
    isPaused: paused,
    filter: readBulkQuery(query),
    ...(key !== undefined && {
      idempotency: { key, requestHash: hashOf(body) },
    }),
  };
}

function readBulkQuery({
  ids,
  ...query
}: components['schemas']['BulkQuery']): InstanceFilter {
  const wanted = readInstanceFilter(query);
  if (!ids) return wanted;
  const among: InstanceFilter = { kind: 'in', field: 'id', values: ids };
  return { kind: 'and', filters: [among, wanted] };
}

function hashOf(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
