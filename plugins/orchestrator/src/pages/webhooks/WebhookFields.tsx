import { Button, Flex, Select, TextField } from '@backstage/ui';
import type { Webhook } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useEffect, useRef, type FormEvent } from 'react';
import { useWorkflowNames } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { EventChoices } from './EventChoices';
import { useWebhookForm, type WebhookWish } from './useWebhookForm';

/** Props of {@link WebhookFields}. */
export interface WebhookFieldsProps {
  /** The one that is changed; absent for a new one. */
  readonly webhook?: Webhook;
  readonly submitLabel: string;
  readonly isBusy: boolean;
  /** What the server had against it. */
  readonly error: unknown;
  readonly onSubmit: (wish: WebhookWish) => void;
}

/** Asks where events are to be sent, and which. */
export function WebhookFields(props: WebhookFieldsProps) {
  const { webhook, isBusy, error } = props;
  const { wish, edit, problems, attempts, submit } = useWebhookForm(
    webhook,
    props.onSubmit,
  );
  const form = useFocusOnProblem(attempts);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) submit();
  };
  return (
    <form ref={form} onSubmit={send} noValidate>
      <Flex direction="column" gap="5">
        <TextField
          label="Address"
          description="Where events are sent to, by POST."
          placeholder="https://example.com/hooks"
          type="url"
          isRequired
          value={wish.url}
          onChange={url => edit({ url })}
          {...invalidBy(problems.url)}
        />
        <EventChoices
          chosen={wish.events}
          onChange={events => edit({ events })}
          problem={problems.events}
        />
        <WorkflowChoice
          chosen={wish.workflowIds}
          onChange={workflowIds => edit({ workflowIds })}
        />
        {!webhook && (
          <TextField
            label="Secret"
            description="What messages are signed with. Left empty, one is made for you."
            placeholder="whsec_…"
            autoComplete="off"
            value={wish.secret}
            onChange={secret => edit({ secret })}
            {...invalidBy(problems.secret)}
          />
        )}
        {error !== undefined && error !== null && (
          <ErrorAlert title="The webhook could not be saved" error={error} />
        )}
        <Flex>
          <Button type="submit" size="medium" isPending={isBusy}>
            {props.submitLabel}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}

interface WorkflowChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function WorkflowChoice({ chosen, onChange }: WorkflowChoiceProps) {
  const names = useWorkflowNames().data ?? [];
  const unknown = chosen.filter(id => !names.some(name => name.id === id));
  return (
    <Select
      label="Workflows"
      description="Only events of these; of all when none is chosen."
      placeholder="All workflows"
      selectionMode="multiple"
      search
      options={[...names, ...unknown.map(id => ({ id, label: id }))]}
      value={[...chosen]}
      onChange={keys => onChange(keys.map(String))}
    />
  );
}

function invalidBy(problem: string | undefined) {
  return {
    validationBehavior: 'aria' as const,
    validate: () => problem ?? null,
  };
}

/** Goes to the first field that is wrong, each time that the form was sent off. */
function useFocusOnProblem(attempts: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts === 0) return;
    form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus();
  }, [attempts]);
  return form;
}
