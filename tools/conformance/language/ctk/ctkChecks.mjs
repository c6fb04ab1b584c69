import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from '../../../lib/paths.mjs';
import { readFeature } from './readFeature.mjs';
import { requireScenario, runOf } from './steps.mjs';

const folder = fromRoot('../shared/fixtures/ctk');

/** The scenarios of the language's conformance kit. */
export function ctkChecks() {
  if (!existsSync(folder))
    return { checks: [], absent: `there is no ${folder}` };
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.feature'))
    .sort();
  return { checks: files.flatMap(checksOf) };
}

function checksOf(file) {
  const { name, scenarios } = readFeature(
    readFileSync(`${folder}/${file}`, 'utf8'),
  );
  return scenarios.map(scenario => ({
    name: `${name}: ${scenario.name}`,
    prepare: () => runOf(scenario),
    require: outcome => requireScenario(scenario, outcome),
  }));
}
