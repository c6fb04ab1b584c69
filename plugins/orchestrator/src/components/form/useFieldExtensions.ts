import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  formFieldsApiRef,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { ScaffolderRJSFFormProps } from '@backstage/plugin-scaffolder-react';
import { useQuery } from '@tanstack/react-query';

type Fields = NonNullable<ScaffolderRJSFFormProps['fields']>;

/** The portal's form fields by name (`EntityPicker`, `OwnerPicker`, …), for `ui:field`; none without the scaffolder. */
export function useFieldExtensions(): Fields {
  const api = useApiHolder().get(formFieldsApiRef);
  const { data } = useQuery({
    queryKey: ['formFields'],
    queryFn: async () => fieldsByName((await api?.loadFormFields()) ?? []),
    staleTime: Infinity,
  });
  return data ?? {};
}

function fieldsByName(fields: readonly FormField[]): Fields {
  return Object.fromEntries(
    fields.filter(isNamedField).map(({ name, component }) => [name, component]),
  );
}

/** The scaffolder keeps a field's type closed; a named component is what this form can use of it. */
function isNamedField(
  field: FormField,
): field is FormField & { name: string; component: Fields[string] } {
  return (
    'name' in field &&
    typeof field.name === 'string' &&
    'component' in field &&
    typeof field.component === 'function'
  );
}
