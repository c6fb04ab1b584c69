import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash over the names and contents of files, and of all files in folders. What does not exist counts as such.
 *
 * @param {readonly string[]} paths absolute
 * @param {(path: string) => boolean} [isIncluded] tells which files of a folder count
 */
export function contentHash(paths, isIncluded = () => true) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(p => filesIn(p).filter(isIncluded))) {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap(name => filesIn(join(path, name)));
}
