import type { Webhook } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ReactNode } from 'react';
import { ListTable, type ListColumn } from '../../components/layout/ListTable';
import { NamedCell } from '../../components/layout/NamedCell';
import { personName } from '../../components/personName';
import { ToneLabel } from '../../components/status/ToneLabel';
import { useLinks } from '../../useLinks';
import { webhookHealth, webhookLooks } from './webhookHealth';

/** Props of {@link WebhooksTable}. */
export interface WebhooksTableProps {
  /** Absent while they load. */
  readonly webhooks?: readonly Webhook[];
  readonly emptyState: ReactNode;
}

/** All webhooks, each leading to its page. There are at most a hundred. */
export function WebhooksTable({ webhooks, emptyState }: WebhooksTableProps) {
  return (
    <ListTable columns={useColumns()} rows={webhooks} emptyState={emptyState} />
  );
}

function useColumns(): ListColumn<Webhook>[] {
  const links = useLinks();
  return [
    {
      id: 'state',
      label: 'State',
      isPlain: true,
      width: '1fr',
      minWidth: 132,
      value: webhook => (
        <ToneLabel
          status={webhookHealth(webhook)}
          look={webhookLooks[webhookHealth(webhook)]}
        />
      ),
    },
    {
      id: 'url',
      label: 'Address',
      width: '3fr',
      isRowHeader: true,
      value: ({ id, url, disabledBecause }) => (
        <NamedCell name={url} href={links.webhook(id)}>
          {disabledBecause}
        </NamedCell>
      ),
    },
    {
      id: 'events',
      label: 'Events',
      width: '2fr',
      value: ({ events }) => events.join(', '),
    },
    {
      id: 'workflows',
      label: 'Workflows',
      width: '1.5fr',
      value: ({ workflowIds }) => workflowIds.join(', ') || 'All',
    },
    {
      id: 'by',
      label: 'By',
      width: '0.8fr',
      value: ({ createdBy }) => personName(createdBy),
    },
  ];
}
