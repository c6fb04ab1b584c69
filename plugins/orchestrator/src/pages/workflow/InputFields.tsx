import { ListTable, type ListColumn } from '../../components/layout/ListTable';
import { NamedCell } from '../../components/layout/NamedCell';
import type { InputField } from './fieldsOf';

/** Props of {@link InputFields}. */
export interface InputFieldsProps {
  readonly fields: readonly InputField[];
}

type Row = InputField & { readonly id: string };

const columns: readonly ListColumn<Row>[] = [
  {
    id: 'name',
    label: 'Field',
    isRowHeader: true,
    value: ({ title, name }) => (
      <NamedCell name={title ?? name}>{title && name}</NamedCell>
    ),
  },
  {
    id: 'type',
    label: 'Type',
    value: ({ type, isRequired }) => (
      <NamedCell name={type}>{isRequired ? 'required' : 'optional'}</NamedCell>
    ),
  },
  {
    id: 'description',
    label: 'Meaning',
    value: ({ description }) => description,
  },
];

/** The fields of an input: their names, types and meanings. */
export function InputFields({ fields }: InputFieldsProps) {
  return (
    <ListTable
      columns={columns}
      rows={fields.map(field => ({ ...field, id: rowId(field) }))}
    />
  );
}

/** Unlike the id of any column: the table has one space of ids for both, and an input may well have a field `name`. */
function rowId({ name }: InputField): string {
  return `field ${name}`;
}
