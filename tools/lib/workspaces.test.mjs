import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspaces, workspaceWithDependencies } from './workspaces.mjs';

const scope = '@stagecraft/backstage-plugin';

test('workspaces: all packages of the repository are found', () => {
  const names = workspaces().map(({ name }) => name);

  for (const name of [
    'app',
    'backend',
    `${scope}-orchestrator-engine`,
    `${scope}-example-flaky-backend`,
  ]) {
    assert.ok(names.includes(name), name);
  }
});

test('workspaces: the pages are made of the packages that they need, and of no others', () => {
  const names = workspaceWithDependencies('app').map(({ name }) => name);

  assert.ok(names.includes('app'));
  assert.ok(names.includes(`${scope}-orchestrator`));
  assert.ok(names.includes(`${scope}-orchestrator-common`));
  assert.ok(!names.includes(`${scope}-orchestrator-engine`));
});
