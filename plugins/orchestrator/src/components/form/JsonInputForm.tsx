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
  /** Whether it is being tried without effects. */
  readonly isTrying: boolean;
  readonly onRun: (input: JsonObject) => void;
  /** Told the input when it is to be tried without effects. */
  readonly onTry: (input: JsonObject) => void;
  readonly onEdit: () => void;
  /** Told each input that is one. */
  readonly onInput: (input: JsonObject) => void;
}

/** The input as JSON text, for a workflow that says nothing about its input. */
export function JsonInputForm(props: JsonInputFormProps) {
  const { given = {}, isRunning, isTrying } = props;
  const [text, setText] = useState(() => JSON.stringify(given, null, 2));
  const [isTried, setTried] = useState(false);
  const parsed = parseJsonObject(text);
  const problem = isTried ? parsed.problem : undefined;
  const send = (act: (input: JsonObject) => void) => {
    setTried(true);
    if (parsed.value) act(parsed.value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(props.onRun);
  };
  const edit = (next: string) => {
    setText(next);
    props.onEdit();
    const { value } = parseJsonObject(next);
    if (value) props.onInput(value);
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
              onChange={edit}
              onBlur={() => setTried(true)}
              style={{ fontFamily: 'var(--bui-font-monospace)' }}
            />
            <Flex gap="2">
              <Button
                type="submit"
                size="medium"
                isPending={isRunning}
                iconStart={<RiPlayLine aria-hidden="true" />}
              >
                Run
              </Button>
              <Button
                variant="secondary"
                size="medium"
                isPending={isTrying}
                onPress={() => send(props.onTry)}
              >
                Dry run
              </Button>
            </Flex>
          </Flex>
        </form>
      </CardBody>
    </Card>
  );
}
