import fc from 'fast-check';
import { parse } from 'yaml';
import { parseWorkflow } from '../../language/parseWorkflow';
import {
  readConformanceKit,
  readExamples,
} from '../../language/testing/readDefinitions';
import type { Json } from '../../Json';
import type { Problem } from '../../language/WorkflowDefinition';
import { validateValue } from '../validateValue';
import { taskSchemas, workflowSchema } from './languageSchemas';
import { TASK_DEFINITIONS, WHOLE_WORKFLOW } from './testing/everything';
import { mutate, mutationsOf, type Mutation } from './testing/mutations';

/** What a JSON Schema cannot tell: whether names, references and texts mean something. */
const BEYOND_STRUCTURE: readonly Problem['code'][] = [
  'DUPLICATE_DEFAULT',
  'DUPLICATE_NAME',
  'DUPLICATE_TASK',
  'EXPRESSION_SYNTAX',
  'INVALID_CRON',
  'INVALID_PATTERN',
  'INVALID_SCHEMA',
  'UNKNOWN_FUNCTION',
  'UNKNOWN_REFERENCE',
  'UNKNOWN_TASK',
];

function structuralFaults(definition: Json): readonly Problem[] {
  const { problems } = parseWorkflow(JSON.stringify(definition));
  return problems.filter(
    ({ code, severity }) =>
      severity === 'error' && !BEYOND_STRUCTURE.includes(code),
  );
}

interface Mutant {
  readonly definition: Json;
  readonly mutation: Mutation;
}

/** Where parser and schema differ; nothing when they agree. */
function disagreement(definition: Json) {
  const faults = structuralFaults(definition);
  const violations = validateValue(workflowSchema, definition);
  return (faults.length === 0) === (violations.length === 0)
    ? undefined
    : { faults, violations };
}

const given = [...readExamples(), ...readConformanceKit()].map(
  ({ text }) => text,
);

/** Definitions with one change each, below one of their properties or anywhere. */
const mutants = (texts: readonly string[], below?: string) =>
  texts.flatMap(text => {
    const definition: Json = parse(text);
    return mutationsOf(definition)
      .filter(({ path }) => below === undefined || path[0] === below)
      .map(mutation => ({ definition, mutation }));
  });

function disagreementAfter({ definition, mutation }: Mutant) {
  const found = disagreement(mutate(definition, mutation));
  return found && { ...mutation, ...found };
}

describe('the schema of the language', () => {
  it.each([WHOLE_WORKFLOW, ...TASK_DEFINITIONS, ...given])(
    'agrees with the parser that there is no fault in %s',
    text => {
      const definition: Json = parse(text);
      expect(structuralFaults(definition)).toEqual([]);
      expect(validateValue(workflowSchema, definition)).toEqual([]);
    },
  );

  it.each([
    ['a workflow that has everything', mutants([WHOLE_WORKFLOW])],
    ['tasks that have everything', mutants(TASK_DEFINITIONS, 'do')],
  ])('agrees with the parser on every change of %s', (_, changed) => {
    expect(changed.length).toBeGreaterThan(500);
    expect(changed.flatMap(one => disagreementAfter(one) ?? [])).toEqual([]);
  });

  it('agrees with the parser on changes of what comes with the language', () => {
    const all = mutants(given);
    if (all.length === 0) return;
    const agrees = fc.property(fc.constantFrom(...all), changed => {
      expect(disagreementAfter(changed)).toBeUndefined();
    });
    fc.assert(agrees, { numRuns: 500, seed: 4 });
  });
});

describe('the schema of a kind of task', () => {
  it.each(Object.entries(taskSchemas))('%s is whole in itself', (_, schema) => {
    expect(validateValue(schema, {})).not.toEqual([]);
    expect(schema).toMatchObject({
      title: expect.any(String),
      description: expect.any(String),
    });
  });

  it('takes a task of its kind only', () => {
    expect(validateValue(taskSchemas.wait, { wait: 'PT1S' })).toEqual([]);
    expect(validateValue(taskSchemas.wait, { set: { a: 1 } })).not.toEqual([]);
    const call = {
      call: 'http',
      with: { method: 'get', endpoint: 'http://h' },
    };
    expect(validateValue(taskSchemas.callHttp, call)).toEqual([]);
    expect(validateValue(taskSchemas.callFunction, call)).not.toEqual([]);
  });
});
