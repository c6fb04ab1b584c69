import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Texts of all files below a folder by their path in it; none when there is no such folder. @param {string} folder */
export async function readTree(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async name => [
        name,
        await readFile(join(folder, name), 'utf8'),
      ]),
    ),
  );
}

/** Names of files that are missing, superfluous or different. */
export function differences(present, fresh) {
  return [...new Set([...present.keys(), ...fresh.keys()])]
    .filter(name => present.get(name) !== fresh.get(name))
    .sort();
}

/** Writes the files that are stale, and removes those that there are no more. */
export async function replaceTree(folder, fresh, stale) {
  for (const name of stale) {
    const file = join(folder, name);
    if (fresh.has(name)) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, fresh.get(name));
    } else {
      await rm(file);
    }
  }
}
