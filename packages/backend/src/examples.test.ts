import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  createJqExpressionEvaluator,
  parseWorkflow,
  type ExpressionEvaluator,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';

const folder = resolve(__dirname, '../../../examples/workflows');

describe.each(readdirSync(folder))('the example %s', file => {
  let expressions: ExpressionEvaluator;

  beforeAll(async () => {
    expressions = createJqExpressionEvaluator();
  });

  it('is a workflow without problems, named as its file', () => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');

    const { definition, problems } = parseWorkflow(text, { expressions });

    expect(problems).toEqual([]);
    expect(definition?.id).toBe(basename(file, '.yaml'));
  });

  it('describes every field of its form', () => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const schema = parseWorkflow(text, { expressions }).definition?.input
      ?.schema;

    expect(schema).toMatchObject({ type: 'object' });
    for (const field of Object.values(Object(schema).properties)) {
      expect(field).toMatchObject({
        title: expect.any(String),
        type: expect.any(String),
      });
    }
  });
});
