import fs from 'fs';
import path from 'path';
import type { ExpressionEvaluator } from '../expressions/ExpressionEvaluator';
import { createJqExpressionEvaluator } from '../expressions/jq/createJqExpressionEvaluator';
import { parseWorkflow } from './parseWorkflow';

const FIXTURES = path.resolve(__dirname, '../../../../../shared/fixtures');

interface Example {
  readonly name: string;
  readonly text: string;
}

function filesOf(folder: string): readonly Example[] {
  const directory = path.join(FIXTURES, folder);
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory)
    .sort()
    .map(name => ({
      name,
      text: fs.readFileSync(path.join(directory, name), 'utf8'),
    }));
}

/** The definitions that stand in the scenarios of a feature file. */
function scenariosOf({ name, text }: Example): readonly Example[] {
  const definitions = text.matchAll(
    /a workflow with definition:\s*"""yaml\n(.*?)"""/gs,
  );
  return [...definitions].map(([, definition], index) => ({
    name: `${name}, scenario ${index + 1}`,
    text: definition,
  }));
}

describe.each([
  ['the examples of the language', 68, filesOf('dsl-examples')],
  ['its conformance kit', 21, filesOf('ctk').flatMap(scenariosOf)],
])('%s', (_, count, examples) => {
  let expressions: ExpressionEvaluator;
  beforeAll(async () => {
    expressions = createJqExpressionEvaluator();
  });

  if (examples.length === 0) {
    it.todo(`cannot be read: they are not in ${FIXTURES}`);
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
