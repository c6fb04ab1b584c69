import {
  Cell,
  CellText,
  Flex,
  Table,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import type { InputField } from './fieldsOf';

/** Props of {@link InputFields}. */
export interface InputFieldsProps {
  readonly fields: readonly InputField[];
}

/** The fields of an input: their names, types and meanings. */
export function InputFields({ fields }: InputFieldsProps) {
  const isNarrow = useBreakpoint().down('sm');
  return (
    <Table
      pagination={{ type: 'none' }}
      data={fields.map(field => ({ ...field, id: rowId(field) }))}
      columnConfig={[
        {
          id: 'name',
          label: 'Field',
          isRowHeader: true,
          cell: field => (
            <Cell>
              <Flex direction="column" gap="0.5">
                <Text>{field.title ?? field.name}</Text>
                {field.title && (
                  <Text variant="body-small" color="secondary">
                    {field.name}
                  </Text>
                )}
              </Flex>
            </Cell>
          ),
        },
        {
          id: 'type',
          label: 'Type',
          cell: field => (
            <CellText
              title={field.type}
              description={field.isRequired ? 'required' : 'optional'}
            />
          ),
        },
        {
          id: 'description',
          label: 'Meaning',
          isHidden: isNarrow,
          cell: field => (
            <CellText title={field.description ?? '–'} color="secondary" />
          ),
        },
      ]}
    />
  );
}

/** Unlike the id of any column: the table has one space of ids for both, and an input may well have a field `name`. */
function rowId({ name }: InputField): string {
  return `field ${name}`;
}
