import type {
  EventData,
  EventType,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { decodePayload } from '../payloads';
import type { Described, Notices } from './Notice';

/** Entries that make events about what people are asked, and which. */
export const OF_APPROVALS: { readonly [T in EventType]?: Notices } = {
  'approval.requested': ({ time, data, approvalUri }) => {
    const asked = data as unknown as EventData['approval.requested'];
    const { approvalId, title, approvers, decisions, required, dueAt } = asked;
    return [
      {
        type: 'approval.requested',
        data: {
          approvalId,
          approvalUri: approvalUri(approvalId),
          requestedAt: time,
          title,
          approvers: [...approvers],
          decisions: [...decisions],
          required,
          ...(dueAt !== undefined && { dueAt }),
        },
      },
    ];
  },
  'approval.resolved': entry => {
    const { approvalId } =
      entry.data as unknown as EventData['approval.resolved'];
    return [
      {
        type: 'approval.resolved',
        data: {
          approvalId,
          approvalUri: entry.approvalUri(approvalId),
          resolvedAt: entry.time,
          ...decisionOf(entry),
        },
      },
    ];
  },
};

/** What was decided and by whom; a large answer is referred to. */
function decisionOf({ data, payloadUri }: Described): {
  readonly [name: string]: Json;
} {
  const { response } = data as unknown as EventData['approval.resolved'];
  if ('ref' in response) return { responseUri: payloadUri(response.ref) };
  const { decision, by } = decodePayload(response, new Map()) as {
    readonly decision: string;
    readonly by: string;
  };
  return { decision, by };
}
