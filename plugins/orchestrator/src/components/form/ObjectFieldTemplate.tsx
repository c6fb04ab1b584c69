import { Box, Flex, Text } from '@backstage/ui';
import { canExpand, titleId, type ObjectFieldTemplateProps } from '@rjsf/utils';
import styles from './ObjectFieldTemplate.module.css';

/** The fields of an object, below its title; nested objects are set apart by a line. */
export function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { idSchema, title, description, properties, registry } = props;
  const { AddButton } = registry.templates.ButtonTemplates;
  const isRoot = idSchema.$id === 'root';
  const labelId = titleId(idSchema);
  const fields = properties.map(property => property.content);
  const addButton = canExpand(props.schema, props.uiSchema, props.formData) && (
    <AddButton
      registry={registry}
      uiSchema={props.uiSchema}
      disabled={props.disabled || props.readonly}
      onClick={props.onAddClick(props.schema)}
    />
  );
  const body = (
    <Flex direction="column" gap="3">
      {fields}
      {addButton && <Box>{addButton}</Box>}
    </Flex>
  );
  if (isRoot) return body;
  return (
    <div role="group" aria-labelledby={labelId} className={styles.group}>
      <Flex direction="column" gap="1" mb="3">
        <Text as="h3" id={labelId} weight="bold">
          {title}
        </Text>
        {description && (
          <Text as="p" variant="body-small" color="secondary">
            {description}
          </Text>
        )}
      </Flex>
      {body}
    </div>
  );
}
