// Generates everything that comes from the API's contract, `plugins/orchestrator-common/src/openapi/openapi.yaml`:
// types, the contract as a constant, the client and the reference in Markdown, all below `src/generated`.
//
//   yarn generate            writes them
//   yarn generate --check    compares them with what is there, and fails when they differ
//   … --json                 ends with one JSON object on a line of its own
//
// The client and the reference are made by OpenAPI Generator, a Java program: Java 11 or newer must be there.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { Failure } from './lib/Failure.mjs';
import { differences, readTree, replaceTree } from './lib/fileTree.mjs';
import {
  documented,
  page,
  script,
  withoutUnusedImports,
} from './lib/generatedText.mjs';
import { generateWith, requireGenerator } from './lib/openApiGenerator.mjs';
import { operationsClient } from './lib/operationsClient.mjs';
import { readOptions } from './lib/options.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runMain } from './lib/runMain.mjs';

const generated = 'plugins/orchestrator-common/src/generated';
const contract = fromRoot(
  'plugins/orchestrator-common/src/openapi/openapi.yaml',
);

await runMain(async () => {
  const { check, json } = readOptions(
    { check: { type: 'boolean' }, json: { type: 'boolean' } },
    'yarn generate [--check] [--json]',
  );
  const fresh = await generateAll();
  const present = await readTree(fromRoot(generated));
  const stale = differences(present, fresh);
  if (!check) await replaceTree(fromRoot(generated), fresh, stale);

  console.log(report(fresh, stale, check));
  if (json) {
    const ok = !check || stale.length === 0;
    const found = { [check ? 'stale' : 'written']: stale };
    console.log(JSON.stringify({ ok, files: fresh.size, ...found }));
  }
  if (check) requireNoneOf(stale);
});

/** All generated files by their path below `src/generated`. */
async function generateAll() {
  const spec = parse(await readFile(contract, 'utf8'));
  await requireGenerator();
  const [types, client, docs] = await Promise.all([
    generateTypes(spec),
    generateClient(spec),
    generateDocs(),
  ]);
  return new Map(
    [...types, ...client, ...docs].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function generateTypes(spec) {
  // openapi-typescript changes what it is given.
  const schema = astToString(
    await openapiTS(structuredClone(spec), { defaultNonNullable: false }),
  );
  const constant = [
    "import type { OpenAPIObject } from 'openapi3-ts';",
    '',
    '/** The API contract. @public */',
    `export const openApiSpec: OpenAPIObject = ${JSON.stringify(
      spec,
      null,
      2,
    )};`,
  ].join('\n');
  return [
    ['schema.ts', script(documented(schema))],
    ['spec.ts', script(constant)],
  ];
}

async function generateClient(spec) {
  const files = await generateWith(contract, 'typescript-fetch', [
    'withoutRuntimeChecks=true',
    'supportsES6=true',
  ]);
  const sources = [...files].filter(([name]) => name.endsWith('.ts'));
  const apis = sources
    .filter(([name]) => name.endsWith('Api.ts'))
    .map(([name, text]) => [basename(name), text]);
  return [
    ...sources.map(([name, text]) => [
      `client/${name}`,
      script(documented(withoutUnusedImports(text))),
    ]),
    [
      'client/OperationsClient.ts',
      script(operationsClient(spec, new Map(apis))),
    ],
  ];
}

async function generateDocs() {
  const files = await generateWith(contract, 'markdown');
  return [...files]
    .filter(([name]) => name.endsWith('.md'))
    .map(([name, text]) => [`docs/markdown/${name}`, page(text)]);
}

function report(fresh, stale, isCheck) {
  const parts = [
    ['types', 'schema.ts'],
    ['contract', 'spec.ts'],
    ['client', 'client/'],
    ['reference', 'docs/'],
  ];
  const rows = parts.map(([title, prefix]) => {
    const countOf = names =>
      names.filter(name => name.startsWith(prefix)).length;
    return row(title, countOf([...fresh.keys()]), countOf(stale));
  });
  return [row('', 'files', isCheck ? 'stale' : 'written'), ...rows].join('\n');
}

function row(title, files, changed) {
  return `${title.padEnd(12)}${`${files}`.padStart(6)}${`${changed}`.padStart(
    9,
  )}`;
}

/** @param {readonly string[]} stale files that are not as they are generated */
function requireNoneOf(stale) {
  if (stale.length === 0) return;
  throw new Failure('Not up to date; run `yarn generate` and commit', {
    details: stale.map(name => `  ${generated}/${name}`).join('\n'),
  });
}
