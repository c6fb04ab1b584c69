import Ajv from 'ajv/dist/2020';
import { INSTANCE_STATUSES } from './events';
import { openApiSpec } from './generated/spec';
import { OrchestratorApi } from './OrchestratorApi';

/** What this test reads of an operation. */
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content | Reference>>;
}
interface Content {
  readonly content?: Readonly<
    Record<
      string,
      {
        readonly schema: object;
        readonly examples?: Readonly<Record<string, Example | Reference>>;
      }
    >
  >;
}
interface Parameter {
  readonly in: string;
}
interface Example {
  readonly value: unknown;
}
interface Reference {
  readonly $ref: string;
}

const contract = JSON.parse(JSON.stringify(openApiSpec));

const operations: Operation[] = Object.values<Record<string, Operation>>(
  contract.paths,
).flatMap(methods => Object.values(methods));
const byId: [string, Operation][] = operations.map(operation => [
  operation.operationId,
  operation,
]);

const ajv = new Ajv({
  strict: false,
  formats: { uri: true, uuid: true, 'date-time': true },
});
ajv.addSchema({ ...contract, $id: 'contract' });

/** What is wrong with a value, by a schema of the contract. */
function faults(schema: object, value: unknown) {
  const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
  const validate = ajv.compile(JSON.parse(text));
  return validate(value) ? [] : validate.errors;
}

function resolve<T extends object>(it: T | Reference): T {
  if (!('$ref' in it)) return it;
  return it.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key], contract);
}

const hasPathParameter = ({ parameters = [] }: Operation) =>
  parameters.some(parameter => resolve(parameter).in === 'path');

const examplesOf = (content: Content | Reference) =>
  Object.values(resolve(content).content ?? {}).flatMap(
    ({ schema, examples = {} }) =>
      Object.values(examples).map(example => ({
        schema,
        value: resolve(example).value,
      })),
  );

describe('the contract', () => {
  it('has the compatible operations', () => {
    const text = JSON.stringify(contract.paths);
    expect(text.match(/\*Compatible\.\*/g)).toHaveLength(14);
    expect(byId.map(([id]) => id)).toEqual(
      expect.arrayContaining([
        'abortWorkflow',
        'executeWorkflow',
        'getInstanceById',
        'getInstances',
        'getWorkflowInputSchemaById',
        'getWorkflowInstances',
        'getWorkflowLogById',
        'getWorkflowOverviewById',
        'getWorkflowSourceById',
        'getWorkflowStatuses',
        'getWorkflowsOverview',
        'getWorkflowsOverviewForEntity',
        'pingWorkflowServiceById',
        'retriggerInstance',
      ]),
    );
  });

  it('has a method in the client for each operation', () => {
    const api = new OrchestratorApi({ baseUrl: 'http://localhost:7007' });
    expect(api).toMatchObject(
      Object.fromEntries(byId.map(([id]) => [id, expect.any(Function)])),
    );
  });

  it.each(byId)('%s says who may do it and what may go wrong', (_, it) => {
    expect(it.summary).not.toBe('');
    expect(it.tags).toHaveLength(1);
    const mustAnswer = [
      ...['401', '403', '406', '429'],
      ...(it.parameters ? ['400'] : []),
      ...(hasPathParameter(it) ? ['404'] : []),
      ...(it.requestBody ? ['400', '413', '415'] : []),
    ];
    const statuses = Object.keys(it.responses);
    expect(statuses).toEqual(expect.arrayContaining(mustAnswer));
    expect(statuses).toContainEqual(expect.stringMatching(/^2/));
    expect(it.description).toContain('Permission: ');
  });

  it.each(byId)('%s shows examples, each of which fits its schema', (_, it) => {
    const examples = Object.entries(it.responses).flatMap(([status, answer]) =>
      ['204', '304'].includes(status) ? [] : [examplesOf(answer)],
    );
    if (it.requestBody) examples.push(examplesOf(it.requestBody));
    expect(examples.map(group => group.length)).not.toContain(0);
    expect(
      examples.flat().map(({ schema, value }) => faults(schema, value)),
    ).toEqual(examples.flat().map(() => []));
  });

  it('tells a wrong example from a right one', () => {
    expect(
      faults({ $ref: '#/components/schemas/ExecuteWorkflowResponseDTO' }, {}),
    ).toEqual([expect.objectContaining({ keyword: 'required' })]);
  });

  it('knows the statuses of the event log', () => {
    const { InstanceStatus, TaskStatus } = contract.components.schemas;
    expect(InstanceStatus.enum).toEqual(INSTANCE_STATUSES);
    expect(TaskStatus.enum).toEqual([...INSTANCE_STATUSES, 'skipped']);
  });
});
