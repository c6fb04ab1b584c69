import { Checkbox, CheckboxGroup, Flex } from '@backstage/ui';
import {
  eventFamilies,
  patternsApart,
  type EventChoice,
} from './eventFamilies';
import styles from './EventChoices.module.css';

/** Props of {@link EventChoices}. */
export interface EventChoicesProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** What is wrong with the choice. */
  readonly problem?: string;
}

/** Chooses which events a webhook gets. */
export function EventChoices({ chosen, onChange, problem }: EventChoicesProps) {
  return (
    <CheckboxGroup
      label="Events"
      isRequired
      value={[...chosen]}
      onChange={onChange}
      validationBehavior="aria"
      validate={() => problem ?? null}
    >
      <div className={styles.families}>
        {eventFamilies.map(({ title, all, choices }) => (
          <fieldset key={title} className={styles.family}>
            <legend>{title}</legend>
            <Flex direction="column" gap="2">
              <Choice choice={all} />
              {choices.map(choice => (
                <Choice
                  key={choice.type}
                  choice={choice}
                  isImplied={chosen.includes(all.type)}
                />
              ))}
            </Flex>
          </fieldset>
        ))}
        <PatternsApart chosen={chosen} />
      </div>
    </CheckboxGroup>
  );
}

interface ChoiceProps {
  readonly choice: EventChoice;
  /** Whether it is among those that all are asked for of. */
  readonly isImplied?: boolean;
}

function Choice({ choice, isImplied }: ChoiceProps) {
  const { type, label } = choice;
  return (
    <Checkbox value={type} isDisabled={isImplied}>
      {label} <code className={styles.type}>{type}</code>
    </Checkbox>
  );
}

function PatternsApart({ chosen }: Pick<EventChoicesProps, 'chosen'>) {
  const apart = patternsApart(chosen);
  if (apart.length === 0) return null;
  return (
    <fieldset className={styles.family}>
      <legend>Others</legend>
      {apart.map(type => (
        <Checkbox key={type} value={type}>
          <code className={styles.type}>{type}</code>
        </Checkbox>
      ))}
    </fieldset>
  );
}
