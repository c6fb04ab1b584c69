import { createJqExpressionEvaluator } from '../expressions/jq/createJqExpressionEvaluator';
import { parseWorkflow } from './parseWorkflow';
import { readConformanceKit, readExamples } from './testing/readDefinitions';

const expressions = createJqExpressionEvaluator();

describe.each([
  ['the examples of the language', 68, readExamples()],
  ['its conformance kit', 21, readConformanceKit()],
])('%s', (_, count, examples) => {
  if (examples.length === 0) {
    it.todo('cannot be read: they are not beside the project');
    return;
  }

  it('are all there', () => {
    expect(examples).toHaveLength(count);
  });

  it.each(examples)('$name has no fault', ({ text }) => {
    const { definition, problems } = parseWorkflow(text, { expressions });
    expect(problems).toEqual([]);
    expect(definition).toBeDefined();
  });
});
