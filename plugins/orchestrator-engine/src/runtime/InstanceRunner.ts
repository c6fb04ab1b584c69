import type { ExpressionEvaluator } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError } from '../EngineError';
import type { RuntimeInfo } from '../interpreter/Run';
import { BEHAVIOUR_VERSION, runWorkflow } from '../interpreter/runWorkflow';
import type { Instance, InstanceStore, Signal } from '../store/InstanceStore';
import type { DefinitionCache } from './DefinitionCache';
import { messageOf, type EngineLogger } from './EngineLogger';
import { Journal, NonDeterminismError, type JournalPort } from './Journal';
import { loadRecording } from './loadRecording';
import { decodePayload } from './payloads';

/** What an instance is run with. */
export interface InstanceRunnerOptions {
  readonly store: InstanceStore;
  readonly definitions: DefinitionCache;
  readonly expressions: ExpressionEvaluator;
  readonly runtime: RuntimeInfo;
  readonly logger: EngineLogger;
}

/** Brings a claimed instance back from its log and runs it on. */
export class InstanceRunner {
  constructor(private readonly options: InstanceRunnerOptions) {}

  /**
   * Runs the instance to its end; a fault of the engine sets it aside. Never resolves when it parks or is lost.
   *
   * @param onResident - told of the journal before anything runs
   * @throws what stands against reading its log or against setting it aside
   */
  async run(
    instance: Instance,
    port: JournalPort & {
      readonly workerId: string;
      readonly onResident: (journal: Journal) => void;
    },
  ): Promise<void> {
    const { store } = this.options;
    const { entries, payloadTexts } = await loadRecording(store, instance.id);
    const signals = await this.#signalsFor(instance, port.workerId);
    const journal = new Journal(port, instance, entries, payloadTexts);
    port.onResident(journal);
    if (instance.status === 'suspended') {
      await leaveSuspended(journal, signals);
      return;
    }
    signals.forEach(signal => journal.signal(signal));
    try {
      await this.#interpret(instance, journal, payloadTexts);
      await journal.finish();
    } catch (error) {
      if (isUnavailable(error)) throw error;
      this.options.logger.error(
        `The instance is set aside: ${messageOf(error)}`,
        { instanceId: instance.id, workflowId: instance.workflowId },
      );
      await journal.suspend(reasonOf(error));
    }
  }

  async #interpret(
    instance: Instance,
    journal: Journal,
    payloadTexts: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { definitions, expressions, runtime } = this.options;
    const { id, workflowId, definitionHash, input } = instance;
    requireBehaviour(instance);
    await runWorkflow({
      definition: await definitions.byHash(workflowId, definitionHash),
      expressions,
      runtime,
      host: journal,
      start: {
        instanceId: id,
        input: decodePayload(input, payloadTexts),
        startedAt: journal.begin(),
      },
    });
  }

  /** Known before the instance runs on, lest it park again before it hears them. */
  async #signalsFor(
    { id, openSignals }: Instance,
    workerId: string,
  ): Promise<readonly Signal[]> {
    if (openSignals === 0) return [];
    const signals = await this.options.store.pendingSignals(workerId);
    return signals.filter(({ instanceId }) => instanceId === id);
  }
}

/** An instance that was set aside can only be cancelled. */
async function leaveSuspended(journal: Journal, [cancel]: readonly Signal[]) {
  if (cancel) await journal.forceCancel(cancel);
  else await journal.finish();
}

function requireBehaviour({ behaviourVersion }: Instance) {
  if (behaviourVersion !== BEHAVIOUR_VERSION) {
    throw new EngineError(
      'STATE_CONFLICT',
      `The instance was started by behaviour ${behaviourVersion} of the interpreter; this version has ${BEHAVIOUR_VERSION}`,
    );
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'STORE_UNAVAILABLE';
}

/** What people are told; what an unexpected error says is for the backend's log alone. */
function reasonOf(error: unknown): string {
  return error instanceof EngineError || error instanceof NonDeterminismError
    ? error.message
    : 'An internal error of the engine; the log of the backend says more';
}
