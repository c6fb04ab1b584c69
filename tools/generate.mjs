// Generates everything that comes from the API's contract, `plugins/orchestrator-common/src/openapi/openapi.yaml`:
// types, the contract as a constant, the client and the reference in Markdown, all below `src/generated`.
//
//   yarn generate            writes them
//   yarn generate --check    compares them with what is there, and fails when they differ
//   … --json                 ends with one JSON object on a line of its own
//
// The client and the reference are made by OpenAPI Generator, a Java program: Java 11 or newer must be there.
import { execFile } from 'node:child_process';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { operationsClient } from './lib/operationsClient.mjs';

const run = promisify(execFile);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const common = path.join(root, 'plugins/orchestrator-common');
const contract = path.join(common, 'src/openapi/openapi.yaml');
const committed = path.join(common, 'src/generated');
const settings = path.join(common, 'openapitools.json');
const generatorCli = path.join(
  root,
  'node_modules/@openapitools/openapi-generator-cli',
);
const banner =
  'Generated from src/openapi/openapi.yaml by `yarn generate`. Do not edit.';

/** What cannot be done for want of something on this machine, with what to do about it. */
class MissingToolError extends Error {}

async function main() {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const fresh = await generateAll();
  const present = await readTree(committed);
  const stale = differences(present, fresh);
  if (!values.check) await replaceTree(committed, fresh, stale);

  const ok = !values.check || stale.length === 0;
  console.log(report(fresh, stale, values.check));
  if (values.json) {
    console.log(
      JSON.stringify({
        ok,
        files: fresh.size,
        [values.check ? 'stale' : 'written']: stale,
      }),
    );
  }
  return ok ? 0 : 1;
}

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
  const files = await generateWith('typescript-fetch', [
    'withoutRuntimeChecks=true',
    'supportsES6=true',
  ]);
  const sources = [...files].filter(([name]) => name.endsWith('.ts'));
  const apis = sources
    .filter(([name]) => name.endsWith('Api.ts'))
    .map(([name, text]) => [path.basename(name), text]);
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
  const files = await generateWith('markdown', []);
  return [...files]
    .filter(([name]) => name.endsWith('.md'))
    .map(([name, text]) => [`docs/markdown/${name}`, page(text)]);
}

async function generateWith(generator, properties) {
  const output = await mkdtemp(path.join(tmpdir(), 'orchestrator-generate-'));
  try {
    await generatorRun(
      ...['generate', '--generator-name', generator],
      ...['--input-spec', contract, '--output', output],
      ...[
        '--additional-properties',
        ['hideGenerationTimestamp=true', ...properties].join(','),
      ],
    );
    return await readTree(output);
  } finally {
    await rm(output, { recursive: true });
  }
}

function generatorRun(...args) {
  return run(
    process.execPath,
    [path.join(generatorCli, 'main.js'), '--openapitools', settings, ...args],
    { cwd: common, maxBuffer: 64 * 1024 * 1024 },
  );
}

/** Makes sure that Java and the generator's JAR are there: as downloaded before, by the CLI, or by Maven. */
async function requireGenerator() {
  await run('java', ['-version']).catch(cause => {
    throw new MissingToolError(
      'Java is missing: install a JRE of version 11 or newer (e.g. the package default-jre-headless) and run this again.',
      { cause },
    );
  });
  const {
    'generator-cli': { version },
  } = JSON.parse(await readFile(settings, 'utf8'));
  const jar = path.join(generatorCli, 'versions', `${version}.jar`);
  if (existsSync(jar)) return;
  const cliError = await generatorRun('version').catch(error => error);
  if (existsSync(jar)) return;
  await fetchJarByMaven(version, jar).catch(mavenError => {
    throw new MissingToolError(
      `OpenAPI Generator ${version} could not be fetched, neither by its own CLI nor by Maven (mvn). ` +
        `Put its JAR at ${path.relative(root, jar)} and run this again.`,
      { cause: new AggregateError([cliError, mavenError]) },
    );
  });
}

async function fetchJarByMaven(version, jar) {
  const artifact = 'openapi-generator-cli';
  await run('mvn', [
    '--batch-mode',
    'dependency:get',
    '-Dtransitive=false',
    `-Dartifact=org.openapitools:${artifact}:${version}`,
  ]);
  await mkdir(path.dirname(jar), { recursive: true });
  await copyFile(
    path.join(
      homedir(),
      '.m2/repository/org/openapitools',
      artifact,
      version,
      `${artifact}-${version}.jar`,
    ),
    jar,
  );
}

function script(text) {
  return `// ${banner}\n/* eslint-disable */\n${tidy(text)}`;
}

/** The generators' comments as TSDoc: what types say already is left out, every export is public. */
function documented(text) {
  return text
    .replace(/^ *\* @(interface|memberof|type|enum)\b.*\n/gm, '')
    .replace(/^( *)\/\*\* @enum .*\n/gm, '')
    .replace(/@description /g, '')
    .replace(/(\* )@default (.*?)(?= \*\/|$)/gm, '$1Default: $2.')
    .replace(/^ \* @export$/gm, ' * @public')
    .replace(/^\/\*\*\n(?: \*\s*\n)+ \* @public\n \*\/$/gm, '/** @public */')
    .replace(/^ *\/\*\*\n(?: *\*[ \t]*\n)+ *\*\/\n/gm, '')
    .replace(/(?<!\*\/\n)^(?=export (type|interface) )/gm, '/** @public */\n');
}

/** The generator imports the error model into every API but uses it nowhere, which strict TypeScript refuses. */
function withoutUnusedImports(text) {
  const [imports] = /import type \{\n[^}]*\} from/.exec(text) ?? [];
  if (!imports) return text;
  const code = text.slice(text.indexOf(imports) + imports.length);
  const isUsed = line =>
    !line.endsWith(',') ||
    new RegExp(`\\b${line.trim().slice(0, -1)}\\b`).test(code);
  return text.replace(imports, imports.split('\n').filter(isUsed).join('\n'));
}

/**
 * Mends what the generator's Markdown gets wrong: it does not know below which path the API stands, takes the absence of
 * a default for one, sets descriptions as code, and escapes text as if it were HTML.
 */
function page(text) {
  const said = text
    .replaceAll('*http://localhost*', '`/api/orchestrator`')
    .replace(/ ?\[default to null\]/g, '')
    .replace(/^ {4}(?=\S)/gm, '')
    .replace(/&(#39|#x60|#x3D|quot|lt|gt|amp);/g, (_, name) => entities[name]);
  return `<!-- ${banner} -->\n\n${tidy(said)}`;
}

const entities = {
  '#39': "'",
  '#x60': '`',
  '#x3D': '=',
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
};

function tidy(text) {
  return `${text.replace(/[ \t]+$/gm, '').trim()}\n`;
}

async function readTree(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .sort();
  return new Map(
    await Promise.all(
      names.map(async name => [
        name,
        await readFile(path.join(folder, name), 'utf8'),
      ]),
    ),
  );
}

/** Names of files that are missing, superfluous or different. */
function differences(present, fresh) {
  return [...new Set([...present.keys(), ...fresh.keys()])]
    .filter(name => present.get(name) !== fresh.get(name))
    .sort();
}

async function replaceTree(folder, fresh, stale) {
  for (const name of stale) {
    const file = path.join(folder, name);
    if (fresh.has(name)) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, fresh.get(name));
    } else {
      await rm(file);
    }
  }
}

function report(fresh, stale, isCheck) {
  const parts = [
    ['types', 'schema.ts'],
    ['contract', 'spec.ts'],
    ['client', 'client/'],
    ['reference', 'docs/'],
  ];
  const rows = parts.map(([title, prefix]) => {
    const isOf = name => name.startsWith(prefix);
    const count = [...fresh.keys()].filter(isOf).length;
    return `${title.padEnd(12)}${`${count}`.padStart(6)}${`${
      stale.filter(isOf).length
    }`.padStart(9)}`;
  });
  const header = `${''.padEnd(12)}${'files'.padStart(6)}${(isCheck
    ? 'stale'
    : 'written'
  ).padStart(9)}`;
  const verdict =
    isCheck && stale.length > 0
      ? [
          '',
          'Not up to date; run `yarn generate` and commit:',
          ...stale.map(
            name => `  ${path.relative(root, path.join(committed, name))}`,
          ),
        ]
      : [];
  return [header, ...rows, ...verdict].join('\n');
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    console.error(error instanceof MissingToolError ? error.message : error);
    process.exitCode = 1;
  },
);
