import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';

/** Where programs are looked for: processes get no environment, and so no `PATH`. */
export const PROGRAM_FOLDERS = [
  '/usr/local/bin',
  '/usr/bin',
  '/bin',
  '/usr/sbin',
  '/opt/homebrew/bin',
];

/** The path of a program; `undefined` when there is none of that name. */
export async function findProgram(name: string): Promise<string | undefined> {
  const paths = isAbsolute(name)
    ? [name]
    : PROGRAM_FOLDERS.map(folder => join(folder, name));
  for (const path of paths) {
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false; // there is none, or not for us
  }
}
