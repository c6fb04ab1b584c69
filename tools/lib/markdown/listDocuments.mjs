import { execFileSync } from 'node:child_process';
import { root } from '../paths.mjs';

/** Paths of all documents that people have written, from the root. */
export function listDocuments() {
  return execFileSync('git', ['ls-files', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(path => path !== '' && !isGenerated(path));
}

function isGenerated(path) {
  return path.includes('/generated/') || path.endsWith('.api.md');
}
