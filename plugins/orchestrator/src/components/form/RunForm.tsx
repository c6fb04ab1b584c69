import { Button, Flex } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import { ErrorSummary } from './ErrorSummary';
import { SchemaForm } from './SchemaForm';
import { StepList } from './StepList';
import { valueOfStep } from './formSteps';
import { useRunForm, type RunFormOptions } from './useRunForm';

/** Props of {@link RunForm}. */
export interface RunFormProps extends RunFormOptions {
  readonly isRunning: boolean;
  /** Whether it is being tried without effects. */
  readonly isTrying: boolean;
}

/** The form made from a workflow's input schema, in steps when its top level is made of objects only. */
export function RunForm(props: RunFormProps) {
  const { schema, isRunning, isTrying, serverProblems } = props;
  const form = useRunForm(props);
  const step = form.steps[form.stepIndex];
  const isFirst = form.stepIndex === 0;
  const isLast = form.stepIndex === form.steps.length - 1;
  const hasSummary = form.failedTries > 0 || serverProblems.length > 0;
  return (
    <Flex direction="column" gap="5">
      {form.steps.length > 1 && (
        <StepList
          titles={form.steps.map(({ title }) => title)}
          current={form.stepIndex}
        />
      )}
      {hasSummary && form.problems.length > 0 && (
        <ErrorSummary
          key={form.failedTries}
          schema={schema}
          problems={form.problems}
          onSelect={form.goTo}
        />
      )}
      <SchemaForm
        key={step.property}
        schema={step.schema}
        value={valueOfStep(step, form.value)}
        problems={form.problems}
        onChange={form.change}
        onLeaveField={form.leaveField}
        onSubmit={form.goOn}
      >
        <Flex gap="2" mt="4">
          {!isFirst && (
            <Button variant="secondary" size="medium" onPress={form.goBack}>
              Back
            </Button>
          )}
          <Button
            type="submit"
            size="medium"
            isPending={isRunning}
            iconStart={isLast ? <RiPlayLine aria-hidden="true" /> : undefined}
          >
            {isLast ? 'Run' : 'Next'}
          </Button>
          {isLast && (
            <Button
              variant="secondary"
              size="medium"
              isPending={isTrying}
              onPress={form.tryOut}
            >
              Dry run
            </Button>
          )}
        </Flex>
      </SchemaForm>
    </Flex>
  );
}
