import { Card, CardBody } from '@backstage/ui';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import {
  extractSchemaFromStep,
  Form,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject } from '@backstage/types';
import { useMemo, type ReactNode } from 'react';
import styles from '../layout/surface.module.css';
import { errorSchemaOf, type FieldProblem } from './FieldProblem';
import { ArrayFieldTitleTemplate } from './ArrayFieldTitleTemplate';
import { ObjectFieldTemplate } from './ObjectFieldTemplate';
import { validatorFor, type InputSchema } from './schemaValidator';
import { useFieldExtensions } from './useFieldExtensions';

/** Props of {@link SchemaForm}. */
export interface SchemaFormProps {
  readonly schema: InputSchema;
  readonly value: JsonObject;
  /** Shown at their fields. The form itself judges nothing. */
  readonly problems: readonly FieldProblem[];
  readonly onChange: (value: JsonObject) => void;
  /** Told the id of a field that the person has left. */
  readonly onLeaveField: (id: string) => void;
  readonly onSubmit: () => void;
  /** Whether it stands on the page itself and needs a card of its own. */
  readonly hasCard?: boolean;
  /** The buttons below the fields. */
  readonly children: ReactNode;
}

const templates = { ArrayFieldTitleTemplate, ObjectFieldTemplate };

/**
 * Fields for a JSON Schema in the portal's look, with `ui:*` hints and the portal's own form fields.
 *
 * The one place that knows the scaffolder's form, which is still marked alpha.
 */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, value, problems, onChange, onLeaveField, onSubmit } = props;
  const { schema: plainSchema, uiSchema } = useMemo(
    () => extractSchemaFromStep(schema),
    [schema],
  );
  const extraErrors = useMemo(() => errorSchemaOf(problems), [problems]);
  return (
    <SecretsContextProvider>
      <FormSurface hasCard={props.hasCard ?? true}>
        <Form
          EXPERIMENTAL_theme="bui"
          schema={plainSchema}
          uiSchema={uiSchema}
          validator={validatorFor(schema)}
          fields={useFieldExtensions()}
          templates={templates}
          formData={value}
          formContext={{ formData: value }}
          extraErrors={extraErrors}
          noValidate
          noHtml5Validate
          omitExtraData
          liveOmit
          showErrorList={false}
          experimental_defaultFormStateBehavior={{
            allOf: 'populateDefaults',
          }}
          onChange={({ formData }) => onChange(formData ?? {})}
          onBlur={onLeaveField}
          onSubmit={onSubmit}
        >
          {props.children}
        </Form>
      </FormSurface>
    </SecretsContextProvider>
  );
}

interface FormSurfaceProps {
  readonly hasCard: boolean;
  readonly children: ReactNode;
}

function FormSurface({ hasCard, children }: FormSurfaceProps) {
  if (!hasCard) return <div style={{ maxWidth: '48rem' }}>{children}</div>;
  return (
    <Card className={styles.surface} style={{ maxWidth: '48rem' }}>
      <CardBody>{children}</CardBody>
    </Card>
  );
}
