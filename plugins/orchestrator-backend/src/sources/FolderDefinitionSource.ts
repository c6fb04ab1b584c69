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

/** The definitions in a folder and its subfolders; follows what changes there. Leaves out what is hidden by a dot. */
export class FolderDefinitionSource implements DefinitionSource {
  readonly name: string;
  readonly #folder: string;
  readonly #logger: LoggerService;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;

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
    await this.#watch(connection);
    await connection.replaceAll(await this.#read());
  }

  async disconnect(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher?.close();
  }

  async #watch(connection: DefinitionSourceConnection) {
    const watcher = watch(this.#folder, {
      ignoreInitial: true,
      ignored: path => isHidden(relative(this.#folder, path)),
    });
    this.#watcher = watcher;
    watcher.on('all', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#reload(connection), SETTLE_MS);
    });
    watcher.on('error', error => this.#warn(error));
    await new Promise<void>(resolve => {
      watcher.once('ready', resolve);
    });
  }

  async #reload(connection: DefinitionSourceConnection) {
    try {
      await connection.replaceAll(await this.#read());
    } catch (error) {
      this.#warn(error);
    }
  }

  async #read(): Promise<readonly DefinitionFile[]> {
    const paths = (await this.#list())
      .filter(path => isDefinitionPath(path) && !isHidden(path))
      .map(path => join(this.#folder, path));
    const files = await Promise.all(paths.map(readIfThere));
    return files.filter(file => file !== undefined);
  }

  async #list(): Promise<readonly string[]> {
    try {
      return await readdir(this.#folder, { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
      this.#logger.warn(
        `The folder ${
          this.#folder
        } of workflow definitions does not exist (orchestrator.definitions.folders)`,
      );
      return [];
    }
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

function isMissing(error: unknown): boolean {
  return isError(error) && error.code === 'ENOENT';
}

function isHidden(path: string): boolean {
  return path
    .split(sep)
    .some(part => part.startsWith('.') && part !== '.' && part !== '..');
}
