import { readdirSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { fromRoot } from '../../lib/paths.mjs';
import { requireOutcome } from './expectations.mjs';

const folder = fromRoot('tools/conformance/cases');

/** Our own cases: what each task kind does, by the files in `cases`. */
export function caseChecks() {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort();
  return { checks: files.flatMap(checksOf) };
}

function checksOf(file) {
  const cases = parse(readFileSync(`${folder}/${file}`, 'utf8'));
  return cases.map(each => ({
    name: `${file.replace('.yaml', '')}: ${each.it}`,
    prepare: () => runOf(each),
    require: (outcome, setting) => requireOutcome(outcome, each, setting),
  }));
}

/** A case gives the workflow's tasks as `do`, and what else there is besides `document` as `with`. */
function runOf({ do: tasks, with: rest, others = {}, processRuns, ...run }) {
  return {
    ...run,
    processes: processRuns,
    text: definitionText('under-test', { ...rest, do: tasks }),
    others: Object.entries(others).map(([name, workflow]) =>
      definitionText(name, workflow),
    ),
    cancelAfterMs: run.cancelAfter && run.cancelAfter * 1000,
  };
}

function definitionText(name, { metadata, ...workflow }) {
  const document = {
    dsl: '1.0.3',
    namespace: 'default',
    name,
    version: '1.0.0',
    ...(metadata && { metadata }),
  };
  return stringify({ document, ...workflow });
}
