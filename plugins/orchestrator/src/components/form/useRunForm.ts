import type { JsonObject } from '@backstage/types';
import { deepEquals } from '@rjsf/utils';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fieldId, findProblems, type FieldProblem } from './FieldProblem';
import { focusField } from './focusField';
import { formSteps, withStepValue, type FormStep } from './formSteps';
import { initialInput } from './initialInput';
import type { InputSchema } from './schemaValidator';
import { useAfterPress } from './useAfterPress';

/** What {@link useRunForm} is given. */
export interface RunFormOptions {
  readonly schema: InputSchema;
  /** Values to begin with. */
  readonly given?: JsonObject;
  /** What the server found wrong with the input that was sent last. */
  readonly serverProblems: readonly FieldProblem[];
  readonly onRun: (input: JsonObject) => void;
  /** Told the input when it is to be tried without effects. */
  readonly onTry: (input: JsonObject) => void;
  /** Told of each change, so that the server's verdict can be dropped. */
  readonly onEdit: () => void;
  /** Told what has been entered, once it is not what the form began with. */
  readonly onInput: (input: JsonObject) => void;
}

/** The state of a run form, and what a person can do with it. */
export interface RunForm {
  readonly value: JsonObject;
  readonly steps: readonly FormStep[];
  readonly stepIndex: number;
  /** Problems to show now: of fields that were left, of a step that was tried to leave, and the server's. */
  readonly problems: readonly FieldProblem[];
  /** Counts the tries to go on that failed; 0 while none did. */
  readonly failedTries: number;
  readonly change: (value: JsonObject) => void;
  readonly leaveField: (id: string) => void;
  /** Goes to the next step, or runs from the last one; shows problems instead when there are any. */
  readonly goOn: () => void;
  /** Tries the whole input without effects; shows problems instead when there are any. */
  readonly tryOut: () => void;
  readonly goBack: () => void;
  /** Shows the step of the problem and puts the focus on its field. */
  readonly goTo: (problem: FieldProblem) => void;
}

/**
 * Keeps a run form: its values through all steps, when a problem is shown, and the way forth and back.
 *
 * Values stay whatever happens; only pages that the values themselves rule out are not sent.
 */
export function useRunForm(options: RunFormOptions): RunForm {
  const { schema, given, serverProblems, onRun, onTry, onEdit } = options;
  const [initial] = useState(() => initialInput(schema, given));
  const [value, setValue] = useState<JsonObject>(initial);
  const [wantedIndex, setStepIndex] = useState(0);
  const [leftFields, setLeftFields] = useState<ReadonlySet<string>>(new Set());
  const [failedTries, setFailedTries] = useState(0);
  const [wantedField, setWantedField] = useState<string>();

  const afterPress = useAfterPress();

  const steps = useMemo(() => formSteps(schema, value), [schema, value]);
  const found = useMemo(() => findProblems(schema, value), [schema, value]);
  const stepIndex = Math.min(wantedIndex, steps.length - 1);
  const ofStep = found.filter(isIn(steps[stepIndex]));

  const showStep = (index: number) => {
    setFailedTries(0);
    setStepIndex(index);
  };
  const goTo = ({ path }: FieldProblem) => {
    setStepIndex(indexOfStep(steps, path));
    setWantedField(fieldId(path));
  };

  useEffect(() => {
    if (wantedField === undefined) return;
    focusField(wantedField);
    setWantedField(undefined);
  }, [wantedField]);

  useOnInput(initial, value, options.onInput);

  const unlessWrong = (
    blocking: readonly FieldProblem[],
    act: () => void,
  ): void => {
    if (blocking.length === 0) {
      act();
      return;
    }
    setStepIndex(indexOfStep(steps, blocking[0].path));
    setFailedTries(tries => tries + 1);
  };
  const send = (act: (input: JsonObject) => void) =>
    unlessWrong(found, () => act(inputOf(steps, value)));
  const isLast = stepIndex === steps.length - 1;

  return {
    value,
    steps,
    stepIndex,
    problems: [
      ...(failedTries > 0
        ? ofStep
        : ofStep.filter(({ path }) => leftFields.has(fieldId(path)))),
      ...serverProblems,
    ],
    failedTries,
    change: next => {
      setValue(previous => withStepValue(steps[stepIndex], previous, next));
      onEdit();
    },
    leaveField: id =>
      afterPress(() => setLeftFields(ids => new Set(ids).add(id))),
    goOn: () =>
      isLast ? send(onRun) : unlessWrong(ofStep, () => showStep(stepIndex + 1)),
    tryOut: () => send(onTry),
    goBack: () => showStep(stepIndex - 1),
    goTo,
  };
}

/** Tells the input as it changes; the form itself fills in defaults, which is nobody's input. */
function useOnInput(
  initial: JsonObject,
  value: JsonObject,
  onInput: (input: JsonObject) => void,
) {
  const tell = useRef(onInput);
  tell.current = onInput;
  const isTouched = useRef(false);
  useEffect(() => {
    isTouched.current ||= !deepEquals(value, initial);
    if (isTouched.current) tell.current(value);
  }, [value, initial]);
}

function isIn({ property }: FormStep) {
  return ({ path }: FieldProblem) =>
    property === undefined || path[0] === property;
}

function indexOfStep(steps: readonly FormStep[], path: readonly string[]) {
  const index = steps.findIndex(step => step.property === path[0]);
  return Math.max(index, 0);
}

function inputOf(steps: readonly FormStep[], value: JsonObject): JsonObject {
  const properties = steps.flatMap(({ property }) => property ?? []);
  if (properties.length === 0) return value;
  return Object.fromEntries(properties.map(name => [name, value[name]]));
}
