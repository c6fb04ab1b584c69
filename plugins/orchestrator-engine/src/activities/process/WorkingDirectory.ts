import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a process runs: empty, and gone afterwards. What the process needs lies beside it. */
export interface WorkingDirectory {
  readonly path: string;
  /** Puts a file beside it. */
  add(name: string, text: string): Promise<string>;
}

/** Gives work a directory of its own for as long as it lasts. */
export async function inWorkingDirectory<T>(
  work: (directory: WorkingDirectory) => Promise<T>,
): Promise<T> {
  const root = await realpath(
    await mkdtemp(join(tmpdir(), 'orchestrator-process-')),
  );
  try {
    const path = join(root, 'work');
    await mkdir(path);
    return await work({
      path,
      async add(name, text) {
        const file = join(root, name);
        await writeFile(file, text);
        return file;
      },
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
