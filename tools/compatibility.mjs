// Compares the API's contract with the one that was released last, and fails when a client of the released one could break:
// an operation, an answer, a field or a value of an enum in an answer is gone; a request must hold more than before.
//
//   yarn compatibility
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { breakingChanges } from './lib/breakingChanges.mjs';
import { fromRoot } from './lib/paths.mjs';

const folder = fromRoot('plugins/orchestrator-common/src/openapi');
const [released, present] = await Promise.all(
  ['openapi.released.yaml', 'openapi.yaml'].map(async name =>
    parse(await readFile(`${folder}/${name}`, 'utf8')),
  ),
);
const changes = breakingChanges(released, present);
changes.forEach(change => console.log(change));
console.log(
  `${changes.length} breaking changes since version ${released.info.version}`,
);
process.exitCode = changes.length === 0 ? 0 : 1;
