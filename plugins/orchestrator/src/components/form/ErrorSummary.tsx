import { Alert, Button, Flex } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { fieldId, labelOf, type FieldProblem } from './FieldProblem';
import type { InputSchema } from './schemaValidator';

/** Props of {@link ErrorSummary}. */
export interface ErrorSummaryProps {
  readonly schema: InputSchema;
  readonly problems: readonly FieldProblem[];
  /** Takes the person to the field. */
  readonly onSelect: (problem: FieldProblem) => void;
}

/** What keeps the form from running, each entry leading to its field. Takes the focus when it appears. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { schema, problems, onSelect } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const count = problems.length;
  return (
    <div ref={ref} tabIndex={-1} role="alert" style={{ maxWidth: '48rem' }}>
      <Alert
        status="danger"
        icon
        title={
          count === 1
            ? 'One value needs a change'
            : `${count} values need a change`
        }
        description={
          <Flex direction="column" align="start" gap="0.5">
            {problems.map(problem => (
              <Button
                key={`${fieldId(problem.path)} ${problem.message}`}
                variant="tertiary"
                size="small"
                style={{ textAlign: 'start' }}
                onPress={() => onSelect(problem)}
              >
                {problemText(schema, problem)}
              </Button>
            ))}
          </Flex>
        }
      />
    </div>
  );
}

function problemText(schema: InputSchema, { path, message }: FieldProblem) {
  return path.length > 0 ? `${labelOf(schema, path)} ${message}` : message;
}
