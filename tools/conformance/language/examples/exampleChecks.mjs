import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { fromRoot } from '../../../lib/paths.mjs';
import { petStore } from '../ctk/standIns.mjs';
import { requireOutcome } from '../expectations.mjs';
import { GREETER_PROTO } from '../standins/GrpcStandIn.mjs';
import { requireDrawable } from './drawing.mjs';

const folder = fromRoot('../shared/fixtures/dsl-examples');
const expectations = fromRoot('tools/conformance/examples.yaml');

/** The examples of the language, each with what must come of it when it is run. */
export function exampleChecks() {
  if (!existsSync(folder))
    return { checks: [], absent: `there is no ${folder}` };
  const expected = parse(readFileSync(expectations, 'utf8'), { merge: true });
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort();
  return {
    checks: files.map(file =>
      checkOf(file, expected[file.replace('.yaml', '')]),
    ),
  };
}

function checkOf(file, runs) {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  return {
    name: file,
    prepare: async () => {
      await requireDrawable(text);
      if (!runs)
        throw new Error(`nothing is known of ${file} in ${expectations}`);
      return [runs]
        .flat()
        .map(each => ({ ...runOf(each, text), expected: each }));
    },
    require: (outcome, setting, { expected }) =>
      requireOutcome(outcome, expected, setting),
  };
}

/** `change` gives members of the definition that are not as the example has them, by JSON pointer, and says why it is needed. */
function runOf({ change = {}, answers = {}, processRuns, ...run }, text) {
  const document = parseDocument(text);
  for (const [pointer, value] of Object.entries(change)) {
    document.setIn(pointer.split('/').slice(1), document.createNode(value));
  }
  return {
    ...run,
    processes: processRuns,
    text: document.toString(),
    answers: { ...commonAnswers, ...answers },
  };
}

const commonAnswers = {
  ...petStore,
  'GET https://files.test/greet.proto': { text: GREETER_PROTO },
};
