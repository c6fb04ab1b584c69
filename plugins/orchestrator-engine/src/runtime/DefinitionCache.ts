import {
  parseWorkflow,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError } from '../EngineError';
import type {
  CurrentVersion,
  DefinitionStore,
  StoredDefinition,
} from '../store/DefinitionStore';
import { SharedReads } from './SharedReads';

/** Definitions kept at most. */
const MAX_CACHED = 500;

/** Parsed definitions by content, so that a text is parsed once however many instances run it. */
export class DefinitionCache {
  readonly #parsed = new Map<string, WorkflowDefinition>();
  readonly #reads: SharedReads<CurrentVersion | undefined>;
  readonly #lastKnown = new Map<string, CurrentVersion>();

  constructor(private readonly store: DefinitionStore) {
    this.#reads = new SharedReads(id => store.getCurrentVersion(id));
  }

  /**
   * Which definition the workflow has now; many who ask at once share one answer.
   *
   * @throws {@link EngineError} `STORE_UNAVAILABLE`
   */
  async current(workflowId: string): Promise<CurrentVersion | undefined> {
    const current = await this.#reads.get(workflowId);
    if (current) keep(this.#lastKnown, workflowId, current);
    else this.#lastKnown.delete(workflowId);
    return current;
  }

  /** What it had when somebody last asked: it may be another by now. */
  lastKnown(workflowId: string): CurrentVersion | undefined {
    return this.#lastKnown.get(workflowId);
  }

  /**
   * The definition that an instance was started with (R4).
   *
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, `DEFINITION_INVALID`, `STORE_UNAVAILABLE`
   */
  async byHash(workflowId: string, hash: string): Promise<WorkflowDefinition> {
    const cached = this.#parsed.get(hash);
    if (cached) return cached;
    return this.parsed(await this.stored(workflowId, hash));
  }

  /**
   * The text of a definition, and what was found when it was loaded.
   *
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, `STORE_UNAVAILABLE`
   */
  async stored(workflowId: string, hash: string): Promise<StoredDefinition> {
    const stored = await this.store.getByHash(workflowId, hash);
    if (stored) return stored;
    throw new EngineError(
      'WORKFLOW_NOT_FOUND',
      `The store has no definition ${hash} of workflow ${workflowId}`,
    );
  }

  /** @throws {@link EngineError} `DEFINITION_INVALID` */
  parsed(stored: StoredDefinition): WorkflowDefinition {
    const cached = this.#parsed.get(stored.hash);
    if (cached) return cached;
    const { definition, problems } = parseWorkflow(stored.text);
    if (!definition) {
      const first = problems.find(({ severity }) => severity === 'error');
      throw new EngineError(
        'DEFINITION_INVALID',
        `Workflow ${stored.workflowId} cannot run: line ${first?.line}, column ${first?.column}: ${first?.message}`,
      );
    }
    keep(this.#parsed, stored.hash, definition);
    return definition;
  }
}

/** The oldest makes room. */
function keep<T>(cache: Map<string, T>, key: string, value: T) {
  if (cache.size >= MAX_CACHED && !cache.has(key)) {
    const [oldest] = cache.keys();
    cache.delete(oldest);
  }
  cache.set(key, value);
}
