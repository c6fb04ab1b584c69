import {
  Cell,
  Flex,
  Table,
  useBreakpoint,
  VisuallyHidden,
  type ColumnConfig,
  type TableItem,
  type TableProps,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './ListTable.module.css';

/** A column of a {@link ListTable}. */
export interface ListColumn<T>
  extends Pick<ColumnConfig<T & TableItem>, 'id' | 'label' | 'width'> {
  /** In pixels. */
  readonly minWidth?: number;
  /** Whether it names the row. One column does. */
  readonly isRowHeader?: boolean;
  /** Whether what is in it says by itself what it is, and needs no label on a card. */
  readonly isPlain?: boolean;
  /** What a row has in it; nothing where there is nothing to say. */
  readonly value: (row: T) => ReactNode;
}

/** Props of {@link ListTable}. */
export interface ListTableProps<T extends TableItem>
  extends Pick<TableProps<T>, 'selection' | 'emptyState'> {
  readonly columns: readonly ListColumn<T>[];
  /** Absent while they load. */
  readonly rows?: readonly T[];
  /** Default: all rows are there. */
  readonly pagination?: TableProps<T>['pagination'];
}

/** A table whose rows become cards where its columns would not fit side by side; each card says all that the row says. */
export function ListTable<T extends TableItem>(props: ListTableProps<T>) {
  const { columns, rows, selection, emptyState } = props;
  const isNarrow = useBreakpoint().down('md');
  return (
    <Table
      className={styles.table}
      columnConfig={isNarrow ? [cardColumn(columns)] : columns.map(sideBySide)}
      data={rows && [...rows]}
      isPending={!rows}
      selection={selection}
      emptyState={emptyState}
      pagination={props.pagination ?? { type: 'none' }}
    />
  );
}

function sideBySide<T extends TableItem>({
  value,
  isPlain,
  ...column
}: ListColumn<T>): ColumnConfig<T> {
  return {
    ...column,
    cell: row => <Cell className={styles.cell}>{value(row)}</Cell>,
  };
}

/** All columns in one: what names the row, and below it the others with their labels. */
function cardColumn<T extends TableItem>(
  columns: readonly ListColumn<T>[],
): ColumnConfig<T> {
  const name = columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0];
  const others = columns.filter(column => column !== name);
  return {
    id: name.id,
    label: name.label,
    isRowHeader: true,
    cell: row => (
      <Cell className={styles.cell}>
        <Flex direction="column" gap="2">
          <div>{name.value(row)}</div>
          <dl className={styles.facts}>
            {others.map(column => (
              <CardFact key={column.id} column={column} row={row} />
            ))}
          </dl>
        </Flex>
      </Cell>
    ),
  };
}

function CardFact<T>(props: { column: ListColumn<T>; row: T }) {
  const { column, row } = props;
  const value = column.value(row);
  if (!value) return null;
  return (
    <div className={column.isPlain ? styles.plain : styles.fact}>
      <dt>
        {column.isPlain ? (
          <VisuallyHidden>{column.label}</VisuallyHidden>
        ) : (
          column.label
        )}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
