import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const {
  createJqExpressionEvaluator,
} = require('../../../plugins/orchestrator-dsl/src/expressions/jq/createJqExpressionEvaluator.ts');

/** Our evaluator, with outcomes that can be compared with jq's. */
export class OwnJq {
  #evaluator = createJqExpressionEvaluator({ now: () => 1700000000 });

  /** `{values}`, `{error}` or `{syntax: true}`. */
  evaluate({ program, input }) {
    try {
      // The values before an error count too, so the error is caught as a value.
      const text = `[(try [${program}\n] catch {"error": .})]`;
      const compiled = this.#evaluator.compile(program, { variables: [] });
      return outcomeOf(compiled, input, text, this.#evaluator);
    } catch (error) {
      if (error.code === 'EXPRESSION_SYNTAX') return { syntax: true };
      return { crash: `${error.name}: ${error.message}` };
    }
  }
}

function outcomeOf(compiled, input, text, evaluator) {
  try {
    return { values: compiled.all(input, {}) };
  } catch (error) {
    if (error.limit) return { crash: error.message };
    const [caught] = evaluator
      .compile(text, { variables: [] })
      .first(input, {});
    return Array.isArray(caught) ? { values: caught } : caught;
  }
}
