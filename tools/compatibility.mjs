// Compares the API's contract with the one that was released last, and fails when a client of the released one could break:
// an operation, an answer, a field or a value of an enum in an answer is gone; a request must hold more than before, or may hold
// less. What is meant to break stands in acceptedChanges.yaml, with the reason.
//
//   yarn compatibility
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { breakingChanges } from './lib/breakingChanges.mjs';
import { fromRoot } from './lib/paths.mjs';

const folder = fromRoot('plugins/orchestrator-common/src/openapi');
const [released, present, accepted] = await Promise.all(
  ['openapi.released.yaml', 'openapi.yaml', 'acceptedChanges.yaml'].map(
    async name => parse(await readFile(`${folder}/${name}`, 'utf8')),
  ),
);
const isMeant = change => accepted.some(one => one.change === change);
const changes = breakingChanges(released, present);
const breaks = changes.filter(change => !isMeant(change));
const gone = accepted.filter(({ change }) => !changes.includes(change));

breaks.forEach(change => console.log(change));
gone.forEach(({ change }) => console.log(`accepted, but not there: ${change}`));
console.log(
  `${breaks.length} breaking changes since version ${released.info.version}, ${
    changes.length - breaks.length
  } accepted`,
);
process.exitCode = breaks.length + gone.length === 0 ? 0 : 1;
