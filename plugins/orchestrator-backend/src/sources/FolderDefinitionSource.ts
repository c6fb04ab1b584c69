import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  DefinitionFile,
  DefinitionSource,
  DefinitionSourceConnection,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import { watch, type FSWatcher } from 'chokidar';
import { isDefinitionPath } from './isDefinitionPath';

/** Editors write a file in several steps, and people move several files at once. */
const SETTLE_MS = 200;

/** How often to look whether a folder that is missing is there. */
const MISSING_POLL_MS = 2_000;

/**
 * The definitions in a folder and its subfolders; follows what changes there. Leaves out what is hidden by a dot.
 *
 * A folder that does not exist has no definitions; it is taken up when it does.
 */
export class FolderDefinitionSource implements DefinitionSource {
  readonly name: string;
  readonly #folder: string;
  readonly #logger: LoggerService;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isDisconnected = false;
  #isMissing = false;

  /** @param options - `folder`: its absolute path */
  constructor(options: {
    readonly folder: string;
    readonly logger: LoggerService;
  }) {
    this.#folder = options.folder;
    this.#logger = options.logger;
    this.name = `folder:${options.folder}`;
  }

  async connect(connection: DefinitionSourceConnection): Promise<void> {
    const reload = () => this.#reload(connection);
    if (await isThere(this.#folder)) {
      if (!this.#watcher) await this.#watch(reload);
      this.#isMissing = false;
      await connection.replaceAll(await this.#read());
    } else {
      await this.#unwatch();
      if (!this.#isMissing) await this.#beginMissing(connection);
      this.#schedule(reload, MISSING_POLL_MS);
    }
  }

  async disconnect(): Promise<void> {
    this.#isDisconnected = true;
    clearTimeout(this.#timer);
    await this.#unwatch();
  }

  async #watch(reload: () => Promise<void>) {
    const watcher = watch(this.#folder, {
      ignoreInitial: true,
      ignored: path => isHidden(relative(this.#folder, path)),
    });
    this.#watcher = watcher;
    watcher.on('all', () => this.#schedule(reload, SETTLE_MS));
    watcher.on('error', error => this.#warn(error));
    await new Promise<void>(resolve => {
      watcher.once('ready', resolve);
    });
  }

  async #unwatch() {
    const watcher = this.#watcher;
    this.#watcher = undefined;
    await watcher?.close();
  }

  async #beginMissing(connection: DefinitionSourceConnection) {
    this.#isMissing = true;
    this.#logger.warn(
      `The folder ${
        this.#folder
      } of workflow definitions does not exist (orchestrator.definitions.folders)`,
    );
    await connection.replaceAll([]);
  }

  #schedule(reload: () => Promise<void>, ms: number) {
    clearTimeout(this.#timer);
    if (this.#isDisconnected) return;
    this.#timer = setTimeout(() => void reload(), ms);
  }

  async #reload(connection: DefinitionSourceConnection) {
    try {
      await this.connect(connection);
    } catch (error) {
      this.#warn(error);
    }
  }

  async #read(): Promise<readonly DefinitionFile[]> {
    const entries = await readdir(this.#folder, { recursive: true });
    const paths = entries
      .filter(path => isDefinitionPath(path) && !isHidden(path))
      .map(path => join(this.#folder, path));
    const files = await Promise.all(paths.map(readIfThere));
    return files.filter(file => file !== undefined);
  }

  #warn(error: unknown) {
    this.#logger.warn(
      `Changes in ${this.#folder} could not be read: ${String(error)}`,
    );
  }
}

/** The file's text; `undefined` when it is gone meanwhile, or is no file. */
async function readIfThere(
  location: string,
): Promise<DefinitionFile | undefined> {
  try {
    const found = await stat(location);
    if (!found.isFile()) return undefined;
    return { location, text: await readFile(location, 'utf8') };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return isError(error) && error.code === 'ENOENT';
}

function isHidden(path: string): boolean {
  return path
    .split(sep)
    .some(part => part.startsWith('.') && part !== '.' && part !== '..');
}
