import { Text } from '@backstage/ui';
import { titleId, type ArrayFieldTitleProps } from '@rjsf/utils';

/** The title of a list, no larger than the title of an object. */
export function ArrayFieldTitleTemplate(props: ArrayFieldTitleProps) {
  const { title, required, idSchema } = props;
  return (
    <Text as="h4" id={titleId(idSchema)} weight="bold">
      {required ? `${title} (Required)` : title}
    </Text>
  );
}
