import {
  createJqWebExpressionEvaluator,
  ExpressionEngineCrashedError,
} from './JqWebExpressionEvaluator';
import { ExpressionEvaluationError } from './ExpressionEvaluator';

// In a file of its own: jq does not recover, and test files do not share modules.
it('blames the expression that crashes jq, and no later one', async () => {
  const evaluator = await createJqWebExpressionEvaluator();
  const first = (text: string) =>
    evaluator.compile(text, { variables: [] }).first({ a: 1 }, {});

  expect(() => first('reduce range(20000) as $i (null; [.])')).toThrow(
    ExpressionEvaluationError,
  );
  expect(() => first('.a + 1')).toThrow(ExpressionEngineCrashedError);
  expect(first('.a')).toBe(1);
});
