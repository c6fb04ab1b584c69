import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from './Failure.mjs';
import { readTree } from './fileTree.mjs';
import { fromRoot, root } from './paths.mjs';

const run = promisify(execFile);
const common = fromRoot('plugins/orchestrator-common');
const settings = join(common, 'openapitools.json');
const generatorCli = fromRoot(
  'node_modules/@openapitools/openapi-generator-cli',
);

/**
 * What one of OpenAPI Generator's generators makes of a contract.
 *
 * @param {string} contract path of the file
 * @param {string} generator its name
 * @param {readonly string[]} [properties] each as `name=value`
 * @returns {Promise<Map<string, string>>} texts by the paths of the files
 */
export async function generateWith(contract, generator, properties = []) {
  const output = await mkdtemp(join(tmpdir(), 'orchestrator-generate-'));
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
    [join(generatorCli, 'main.js'), '--openapitools', settings, ...args],
    { cwd: common, maxBuffer: 64 * 1024 * 1024 },
  );
}

/**
 * Makes sure that Java and the generator's JAR are there: as downloaded before, by the CLI, or by Maven.
 *
 * @throws Failure that says what to install or where to put what is missing
 */
export async function requireGenerator() {
  await run('java', ['-version']).catch(cause => {
    throw new Failure(
      'Java is missing: install a JRE of version 11 or newer (e.g. the package default-jre-headless) and run this again.',
      { cause },
    );
  });
  const {
    'generator-cli': { version },
  } = JSON.parse(await readFile(settings, 'utf8'));
  const jar = join(generatorCli, 'versions', `${version}.jar`);
  if (existsSync(jar)) return;
  const cliError = await generatorRun('version').catch(error => error);
  if (existsSync(jar)) return;
  await fetchJarByMaven(version, jar).catch(mavenError => {
    throw new Failure(
      `OpenAPI Generator ${version} could not be fetched, neither by its own CLI nor by Maven (mvn). ` +
        `Put its JAR at ${relative(root, jar)} and run this again.`,
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
  await mkdir(dirname(jar), { recursive: true });
  await copyFile(
    join(
      homedir(),
      '.m2/repository/org/openapitools',
      artifact,
      version,
      `${artifact}-${version}.jar`,
    ),
    jar,
  );
}
