import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { fromRoot, root } from '../lib/paths.mjs';

const eslint = new ESLint({ cwd: root });

/** Rules that a file with this text at this place breaks. */
async function brokenRules(file, text) {
  const [{ messages }] = await eslint.lintText(text, {
    filePath: fromRoot(file),
  });
  return messages
    .map(({ ruleId }) => ruleId)
    .filter(rule => rule?.startsWith('import/'));
}

const engine = 'plugins/orchestrator-engine/src';
const service = 'plugins/orchestrator-backend/src/service';

for (const [what, file, text] of [
  [
    'the interpreter may not import the store',
    `${engine}/interpreter/probe.ts`,
    `export * from '../store/InstanceStore';`,
  ],
  [
    'the interpreter may not import the runtime, not even its types',
    `${engine}/interpreter/probe.ts`,
    `export type { Clock } from '../runtime/Clock';`,
  ],
  [
    'no room of the engine may import its barrel',
    `${engine}/store/probe.ts`,
    `export * from '../index';`,
  ],
  [
    'the engine does without Backstage',
    `${engine}/runtime/probe.ts`,
    `export * from '@backstage/errors';`,
  ],
  [
    'the engine does without express',
    `${engine}/runtime/probe.ts`,
    `export * from 'express';`,
  ],
  [
    'the pages may not import the engine',
    'plugins/orchestrator/src/api/probe.ts',
    `export * from '@stagecraft/backstage-plugin-orchestrator-engine';`,
  ],
  [
    'components may not import pages',
    'plugins/orchestrator/src/components/probe.ts',
    `export * from '../pages/instance/InstancePage';`,
  ],
  [
    'a room in a room may not import its neighbour',
    `${service}/jobs/probe.ts`,
    `export * from '../instances/redact';`,
  ],
  [
    'authentication may not import the activity that uses it',
    `${engine}/activities/authentication/probe.ts`,
    `export * from '../http/HttpActivity';`,
  ],
  [
    'an operation may not import one of another tag',
    'plugins/orchestrator-backend/src/http/operations/jobs/probe.ts',
    `export * from '../acting/cancelInstance';`,
  ],
  [
    'tests may not import packages that the package may not',
    `plugins/orchestrator-dsl/src/probe.test.ts`,
    `export * from '@stagecraft/backstage-plugin-orchestrator-engine';`,
  ],
]) {
  test(`lint: ${what}`, async () => {
    assert.deepEqual(await brokenRules(file, text), [
      'import/no-restricted-paths',
    ]);
  });
}

for (const [what, file, text] of [
  [
    'the runtime may import the interpreter and the store',
    `${engine}/runtime/probe.ts`,
    `export * from '../interpreter/DurableHost';\nexport * from '../store/InstanceStore';`,
  ],
  [
    'rooms may import files that lie right below src',
    `${engine}/store/probe.ts`,
    `export * from '../EngineError';`,
  ],
  [
    'a room in a room may import files that lie right below the outer one',
    `${service}/jobs/probe.ts`,
    `export * from '../allOf';`,
  ],
  [
    "the engine's tests may use Backstage's test databases",
    `${engine}/runtime/probe.test.ts`,
    `export * from '@backstage/backend-test-utils';`,
  ],
]) {
  test(`lint: ${what}`, async () => {
    assert.deepEqual(await brokenRules(file, text), []);
  });
}

test('lint: a cycle of imports is an error', async () => {
  const file = fromRoot('packages/app/src/nav/navModule.tsx');
  const config = await eslint.calculateConfigForFile(file);

  assert.equal(config.rules['import/no-cycle'][0], 'error');
  assert.deepEqual(
    await brokenRules(
      'packages/app/src/nav/PortalSidebar.tsx',
      `export { navModule } from './navModule';`,
    ),
    ['import/no-cycle'],
  );
});
