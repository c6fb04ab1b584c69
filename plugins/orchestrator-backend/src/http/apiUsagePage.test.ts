import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { compileFunction } from 'node:vm';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const repository = resolve(__dirname, '../../../..');
const token = mockCredentials.user.token();

/** A piece of code of the page. */
interface Example {
  readonly language: string;
  readonly code: string;
  /** The heading that it stands under. */
  readonly heading: string;
}

function examplesIn(page: string): readonly Example[] {
  const pattern = /^#+ (.*)$|^(<!-- not run.*-->)$|^```(\w+)\n([^]*?)^```$/gm;
  const examples: Example[] = [];
  let heading = '';
  let isRun = true;
  for (const [, title, mark, language, code] of page.matchAll(pattern)) {
    if (title !== undefined) heading = title;
    else if (code !== undefined && isRun) {
      examples.push({ language, code, heading });
    }
    isRun = mark === undefined;
  }
  return examples;
}

describe('the examples of docs/api-usage.md', () => {
  let orchestrator: TestOrchestrator;
  let folder: string;
  let examples: readonly Example[];

  beforeAll(async () => {
    const workflows = join(repository, 'examples/workflows');
    const definitions: Record<string, string> = {};
    for (const file of await readdir(workflows)) {
      definitions[file] = await readFile(join(workflows, file), 'utf8');
    }
    orchestrator = await startOrchestrator({
      definitions,
      groups: { 'user:default/mock': ['group:default/platform'] },
    });
    folder = await mkdtemp(join(tmpdir(), 'api-usage-'));
    const page = await readFile(join(repository, 'docs/api-usage.md'), 'utf8');
    const portal = new URL(orchestrator.url).origin;
    examples = examplesIn(page.replaceAll('http://localhost:7007', portal));
  });

  afterAll(async () => {
    await orchestrator.stop();
    await rm(folder, { recursive: true });
  });

  it('run in TypeScript, one after the other', async () => {
    const { id } = await orchestrator.api.executeWorkflow({
      workflowId: 'hello',
      parameters: { name: 'Ada' },
      wait: '30',
    });
    const chosen = examples.filter(({ language }) => language === 'ts');
    expect(chosen.length).toBeGreaterThan(12);
    for (const { code, heading } of chosen) {
      const run = runTypeScript(code, {
        id,
        api: orchestrator.api,
        state: await orchestrator.api.getInstance({ instanceId: id }),
        signal: AbortSignal.timeout(20_000),
      });
      await expect([heading, await run]).toEqual([heading, undefined]);
    }
  });

  it('run in a shell, one after the other', async () => {
    const family = examples.findIndex(
      ({ heading }) => heading === 'Family by family',
    );
    const chosen = examples
      .slice(family)
      .filter(({ language }) => language === 'sh');
    expect(chosen.length).toBeGreaterThan(7);
    const script = chosen
      .map(({ code, heading }) => `echo; echo "## ${heading}" >&2; ${code}`)
      .join('\n');
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-euo', 'pipefail', '-c', script],
      { cwd: folder, env: { ...process.env, BACKSTAGE_TOKEN: token } },
    );
    expect(stdout).toContain('event: snapshot');
    expect(stdout).not.toContain('"error":{"name"');
  });
});

/** What an example stands in: names that earlier ones have made. */
interface Surroundings {
  readonly [name: string]: unknown;
}

/** @returns what went wrong, if anything */
async function runTypeScript(
  code: string,
  surroundings: Surroundings,
): Promise<string | undefined> {
  const given = Object.entries(surroundings).filter(
    ([name]) => !new RegExp(`(const|let) (\\{ )?${name}\\b`).test(code),
  );
  const [imports, body] = split(code);
  const { outputText } = transpileModule(
    `${imports}\nexport const run = async () => {\n${body}\n};`,
    {
      compilerOptions: {
        module: ModuleKind.CommonJS,
        target: ScriptTarget.ES2022,
      },
    },
  );
  const names = given.map(([name]) => name);
  const example = compileFunction(outputText, [
    'require',
    'exports',
    'process',
    'console',
    ...names,
  ]);
  const exported: { run?: () => Promise<void> } = {};
  const environment = { env: { ...process.env, BACKSTAGE_TOKEN: token } };
  const silent = { log: () => {}, error: () => {} };
  try {
    example(
      createRequireOfTests(),
      exported,
      environment,
      silent,
      ...given.map(([, value]) => value),
    );
    await exported.run?.();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** What tests import is what examples import. */
function createRequireOfTests(): (name: string) => unknown {
  const fromHere = createRequire(__filename);
  return name =>
    name === '@stagecraft/backstage-plugin-orchestrator-common'
      ? jest.requireActual(name)
      : fromHere(name);
}

function split(code: string): readonly [string, string] {
  const imports = code.match(/^import [^;]*;$/gm) ?? [];
  const body = imports.reduce((rest, one) => rest.replace(one, ''), code);
  return [imports.join('\n'), body];
}
