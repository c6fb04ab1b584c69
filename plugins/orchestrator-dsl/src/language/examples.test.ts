import fs from 'fs';
import path from 'path';
import type { ExpressionEvaluator } from '../expressions/ExpressionEvaluator';
import { createJqWebExpressionEvaluator } from '../expressions/JqWebExpressionEvaluator';
import { parseWorkflow } from './parseWorkflow';

const EXAMPLES = path.resolve(
  __dirname,
  '../../../../../shared/fixtures/dsl-examples',
);

const files = fs.existsSync(EXAMPLES) ? fs.readdirSync(EXAMPLES).sort() : [];

describe("the language's own examples", () => {
  let expressions: ExpressionEvaluator;
  beforeAll(async () => {
    expressions = await createJqWebExpressionEvaluator();
  });

  if (files.length === 0) {
    it.todo(`cannot be read: there is no ${EXAMPLES}`);
    return;
  }

  it('are all there', () => {
    expect(files).toHaveLength(68);
  });

  it.each(files)('%s has no fault but what is not supported yet', file => {
    const text = fs.readFileSync(path.join(EXAMPLES, file), 'utf8');
    const { definition, problems } = parseWorkflow(text, { expressions });
    const faults = problems.filter(({ code }) => code !== 'UNSUPPORTED');
    expect(faults).toEqual([]);
    expect(definition === undefined).toBe(problems.length > 0);
  });
});
