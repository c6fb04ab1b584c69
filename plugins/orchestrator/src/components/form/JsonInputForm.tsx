import { Button, Card, CardBody, Flex, TextAreaField } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import type { JsonObject } from '@backstage/types';
import { useState, type FormEvent } from 'react';
import styles from '../layout/surface.module.css';
import { parseJsonObject } from './parseJsonObject';

/** Props of {@link JsonInputForm}. */
export interface JsonInputFormProps {
  /** What to begin with. */
  readonly given?: JsonObject;
  readonly isRunning: boolean;
  readonly onRun: (input: JsonObject) => void;
  readonly onEdit: () => void;
}

/** The input as JSON text, for a workflow that says nothing about its input. */
export function JsonInputForm(props: JsonInputFormProps) {
  const { given = {}, isRunning, onRun, onEdit } = props;
  const [text, setText] = useState(() => JSON.stringify(given, null, 2));
  const [isTried, setTried] = useState(false);
  const parsed = parseJsonObject(text);
  const problem = isTried ? parsed.problem : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (parsed.value) onRun(parsed.value);
  };
  return (
    <Card className={styles.surface} style={{ maxWidth: '48rem' }}>
      <CardBody>
        <form onSubmit={submit} noValidate>
          <Flex direction="column" gap="4">
            <TextAreaField
              label="Input"
              description={
                problem ??
                'This workflow does not describe its input. Give a JSON object, or run it as it is.'
              }
              rows={8}
              value={text}
              isInvalid={problem !== undefined}
              onChange={next => {
                setText(next);
                onEdit();
              }}
              onBlur={() => setTried(true)}
              style={{ fontFamily: 'var(--bui-font-monospace)' }}
            />
            <Flex>
              <Button
                type="submit"
                size="medium"
                isPending={isRunning}
                iconStart={<RiPlayLine aria-hidden="true" />}
              >
                Run
              </Button>
            </Flex>
          </Flex>
        </form>
      </CardBody>
    </Card>
  );
}
