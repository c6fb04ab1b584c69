import type { Webhook } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  Cell,
  CellText,
  Table,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import type { ReactNode } from 'react';
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
    <Table
      columnConfig={useColumns()}
      data={webhooks && [...webhooks]}
      isPending={!webhooks}
      emptyState={emptyState}
      pagination={{ type: 'none' }}
    />
  );
}

function useColumns(): ColumnConfig<Webhook>[] {
  const links = useLinks();
  const isNarrow = useBreakpoint().down('md');
  return [
    {
      id: 'state',
      label: 'State',
      width: '1fr',
      minWidth: 132,
      cell: row => (
        <Cell>
          <ToneLabel
            status={webhookHealth(row)}
            look={webhookLooks[webhookHealth(row)]}
          />
        </Cell>
      ),
    },
    {
      id: 'url',
      label: 'Address',
      width: '3fr',
      isRowHeader: true,
      cell: row => (
        <CellText
          href={links.webhook(row.id)}
          title={row.url}
          description={row.disabledBecause}
        />
      ),
    },
    {
      id: 'events',
      label: 'Events',
      width: '2fr',
      isHidden: isNarrow,
      cell: row => <CellText title={row.events.join(', ')} />,
    },
    {
      id: 'workflows',
      label: 'Workflows',
      width: '1.5fr',
      isHidden: isNarrow,
      cell: row => <CellText title={row.workflowIds.join(', ') || 'All'} />,
    },
    {
      id: 'by',
      label: 'By',
      width: '0.8fr',
      isHidden: isNarrow,
      cell: row => <CellText title={personName(row.createdBy)} />,
    },
  ];
}
