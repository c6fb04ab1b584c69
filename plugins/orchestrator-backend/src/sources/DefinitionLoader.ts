/**
 * Brings what definition sources deliver into the store.
 *
 * Owns what each source has delivered last. A definition with problems is stored with them: it stays listed, and cannot run.
 *
 * - D1 Of two files with the same id the first keeps it: by the order of sources, then by location; before all, workflows that
 *   were created through the API. The other is listed by its
 *   file's name, with a problem that names the first.
 * - D2 Deliveries are carried out one after the other.
 * - D3 What one file holds, or the store refuses of it, keeps no other file from being loaded.
 */
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Problem } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  API_SOURCE,
  type DefinitionStore,
  type StoredDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type {
  DefinitionFile,
  DefinitionSource,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import { fileId } from './identifyDefinition';
import { readDefinition, type DefinitionReading } from './readDefinition';

interface Loaded {
  readonly source: string;
  readonly location: string;
  readonly definition: StoredDefinition;
}

/** See the module header. */
export class DefinitionLoader {
  readonly #store: DefinitionStore;
  readonly #reading: DefinitionReading;
  readonly #logger: LoggerService;
  readonly #sources: readonly DefinitionSource[];
  readonly #files = new Map<string, readonly DefinitionFile[]>();
  /** What has been stored, by source and id. */
  readonly #stored = new Map<string, string>();
  #work: Promise<void> = Promise.resolve();

  constructor(
    options: DefinitionReading & {
      readonly store: DefinitionStore;
      readonly logger: LoggerService;
      readonly sources: readonly DefinitionSource[];
    },
  ) {
    this.#store = options.store;
    this.#reading = options;
    this.#logger = options.logger;
    this.#sources = options.sources;
  }

  /** Loads what every source has, and from then on what changes. A source that fails is logged, and keeps what it had. */
  async start(): Promise<void> {
    await this.#store.retireSourcesBut(this.#sources.map(({ name }) => name));
    await Promise.all(this.#sources.map(source => this.#connect(source)));
  }

  /** Loads nothing more. */
  async stop(): Promise<void> {
    await Promise.all(this.#sources.map(source => source.disconnect?.()));
    await this.#work;
  }

  async #connect(source: DefinitionSource) {
    try {
      await source.connect({
        replaceAll: files => this.#enqueue(source.name, files),
      });
    } catch (error) {
      this.#logger.error(
        `Workflow definitions of ${
          source.name
        } could not be loaded: ${messageOf(error)}`,
      );
    }
  }

  /** D2 */
  #enqueue(source: string, files: readonly DefinitionFile[]): Promise<void> {
    this.#work = this.#work
      .then(() => this.#replaceAll(source, files))
      .catch(error =>
        this.#logger.error(
          `Workflow definitions of ${source} could not be stored: ${messageOf(
            error,
          )}`,
        ),
      );
    return this.#work;
  }

  async #replaceAll(source: string, files: readonly DefinitionFile[]) {
    this.#files.set(source, files);
    const loaded = this.#loadAll(await this.#takenIds());
    for (const one of loaded) await this.#publish(one);
    this.#logCounts(source, loaded);
    for (const { name } of this.#sources) {
      if (!this.#files.has(name)) continue;
      const ids = loaded
        .filter(one => one.source === name)
        .map(({ definition }) => definition.workflowId);
      await this.#retireAllBut(name, ids);
    }
  }

  #logCounts(source: string, loaded: readonly Loaded[]) {
    const own = loaded.filter(one => one.source === source);
    const broken = own.filter(({ definition }) => !definition.isValid);
    this.#logger.info(
      `Workflow definitions of ${source}: ${own.length}, of which ${broken.length} cannot run`,
    );
  }

  async #retireAllBut(source: string, ids: readonly string[]) {
    const retired = await this.#store.retireAllBut(source, ids);
    for (const id of retired) {
      this.#stored.delete(id);
      this.#logger.info(`The workflow ${id} is gone from ${source}`);
    }
  }

  /** D3 */
  async #publish({ source, location, definition }: Loaded) {
    const { workflowId, hash, problems } = definition;
    const content = JSON.stringify([source, hash, problems]);
    if (this.#stored.get(workflowId) === content) return;
    try {
      await this.#store.publish(definition, source);
      this.#stored.set(workflowId, content);
      this.#logProblems(location, definition);
    } catch (error) {
      this.#logger.error(
        `${location}: the workflow ${workflowId} could not be stored: ${messageOf(
          error,
        )}`,
      );
    }
  }

  #logProblems(location: string, { problems }: StoredDefinition) {
    for (const { line, column, message, code, severity } of problems) {
      const text = `${location}:${line}:${column}: ${message} (${code})`;
      if (severity === 'error') this.#logger.error(text);
      else this.#logger.warn(text);
    }
  }

  /** Ids that files cannot have: workflows that were created through the API keep theirs. */
  async #takenIds(): Promise<ReadonlyMap<string, string>> {
    const current = await this.#store.listCurrent();
    return new Map(
      current
        .filter(({ source }) => source === API_SOURCE)
        .map(({ workflowId }) => [workflowId, 'the API']),
    );
  }

  /** D1 */
  #loadAll(taken: ReadonlyMap<string, string>): readonly Loaded[] {
    const locationsById = new Map(taken);
    const loaded: Loaded[] = [];
    for (const { source, file } of this.#allFiles()) {
      const definition = this.#parse(file, locationsById);
      locationsById.set(definition.workflowId, file.location);
      loaded.push({ source, location: file.location, definition });
    }
    return loaded;
  }

  #allFiles() {
    return this.#sources.flatMap(({ name }) =>
      [...(this.#files.get(name) ?? [])]
        .sort((a, b) => (a.location < b.location ? -1 : 1))
        .map(file => ({ source: name, file })),
    );
  }

  #parse(
    { location, text }: DefinitionFile,
    locationsById: ReadonlyMap<string, string>,
  ): StoredDefinition {
    const definition = readDefinition(text, location, this.#reading);
    const { workflowId: id } = definition;
    const first = locationsById.get(id);
    if (first === undefined) return definition;
    return {
      ...definition,
      workflowId: unusedId(fileId(location), locationsById),
      problems: [duplicate(id, first), ...definition.problems],
      isValid: false,
    };
  }
}

function duplicate(id: string, first: string): Problem {
  return {
    code: 'DUPLICATE_WORKFLOW',
    severity: 'error',
    message: `the workflow "${id}" is defined already, in ${first}; give one of them another name`,
    pointer: '/document/name',
    line: 1,
    column: 1,
  };
}

function unusedId(wanted: string, taken: ReadonlyMap<string, string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
