import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { contentHash } from './contentHash.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-hash-'));
  mkdirSync(`${folder}/src`);
  writeFileSync(`${folder}/src/a.ts`, 'one');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('content hash: is the same for the same files', () => {
  assert.equal(contentHash([folder]), contentHash([folder]));
});

test('content hash: changes with a content, a name, a new file, and a file that goes', () => {
  const hashes = new Set([contentHash([folder])]);
  const change = work => {
    work();
    hashes.add(contentHash([folder]));
  };
  change(() => writeFileSync(`${folder}/src/a.ts`, 'two'));
  change(() => renameSync(`${folder}/src/a.ts`, `${folder}/src/b.ts`));
  change(() => writeFileSync(`${folder}/c.ts`, ''));
  change(() => rmSync(`${folder}/src/b.ts`));

  assert.equal(hashes.size, 5);
});

test('content hash: leaves out what is not included, and takes what is missing for empty', () => {
  const sources = path => !path.endsWith('.test.ts');
  const before = contentHash([folder, `${folder}/none`], sources);
  writeFileSync(`${folder}/src/a.test.ts`, 'x');

  assert.equal(contentHash([folder, `${folder}/none`], sources), before);
});
