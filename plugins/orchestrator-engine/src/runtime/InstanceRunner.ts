import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { EngineError, isUnavailable } from '../EngineError';
import { PlaceLostError } from '../interpreter/Resumable';
import { BEHAVIOUR_VERSION, runWorkflow } from '../interpreter/runWorkflow';
import { AUTH_TOKENS } from '../interpreter/secrets';
import type {
  Instance,
  InstanceStore,
  LogEntry,
  Signal,
} from '../store/InstanceStore';
import type { DefinitionCache } from './DefinitionCache';
import { messageOf, type EngineLogger } from './EngineLogger';
import { isAct, type ActSignal } from './acts/actEntries';
import { lastDecidedSeq, openChildren } from './journalEntries';
import { Journal, type JournalPort } from './Journal';
import { loadRecording, type Recording } from './loadRecording';
import { decodePayload } from './payloads';
import { NonDeterminismError } from './Replay';
import { givenNow, runOptionsFor, type RunMeans } from './runOptionsFor';
import type { AuthTokenVault } from './secrets/AuthTokenVault';
import { DecryptionFailedError } from './secrets/DecryptionFailedError';
import { SecretMask } from './secrets/SecretMask';

/** What an instance is run with. */
export interface InstanceRunnerOptions extends RunMeans {
  readonly store: InstanceStore;
  readonly definitions: DefinitionCache;
  /** Default: there are none. */
  readonly tokens?: Pick<AuthTokenVault, 'tokensOf'>;
  readonly logger: EngineLogger;
}

/** What a runner needs of its worker, besides what the journal does. */
export interface RunnerPort extends JournalPort {
  readonly workerId: string;
  /** Resolves when the instance is in the database. Default: it is. */
  readonly stored?: Promise<void>;
  /** Told of the journal before anything runs. */
  readonly onResident: (journal: Journal) => void;
}

/** What could not be interpreted, and why. */
interface Fault {
  readonly instance: Instance;
  readonly journal: Journal;
  readonly port: RunnerPort;
  readonly error: unknown;
}

/** How often in a row an instance may fail to be interpreted before it is set aside. */
const MAX_FAULTS = 3;

/** How long to wait after the first of these times; each time four times as long. */
const FIRST_FAULT_DELAY_MS = 2_000;

/** The longest of these times, for what cannot even be set aside. */
const LAST_FAULT_DELAY_MS = 30 * 60_000;

/** How long to leave an instance to others, or to whoever resumes it. */
const NOT_NOW_MS = 30_000;

/** Brings a claimed instance back from its log and runs it on. */
export class InstanceRunner {
  constructor(private readonly options: InstanceRunnerOptions) {}

  /**
   * Runs the instance to its end; a fault of the engine that comes again and again sets it aside. Never resolves when it parks or is
   * lost.
   *
   * @param known - the instance's log, when it need not be read
   * @throws what stands against reading its log or against giving it up
   */
  async run(
    instance: Instance,
    port: RunnerPort,
    known?: Recording,
  ): Promise<void> {
    if (instance.behaviourVersion > BEHAVIOUR_VERSION) {
      await this.#postpone(instance, port, NOT_NOW_MS);
      return;
    }
    const signals = await this.#signalsFor(instance, port.workerId);
    const opened = await this.#open(instance, port, known);
    if (!opened) return;
    const { recording, journal } = opened;
    port.onResident(journal);
    if (journal.isSetAside) {
      const act = signals.filter(isAct).find(takesUp);
      if (act?.kind === 'cancel') {
        await journal.forceCancel(act, openChildren(recording));
      }
      if (!act) await this.#postpone(instance, port, NOT_NOW_MS);
      if (act?.kind !== 'resume') return;
      await journal.resumeSetAside(act);
    }
    signals.forEach(signal => journal.signal(signal));
    try {
      await this.#interpret(instance, journal, recording, signals);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await this.#onFault({ instance, journal, port, error });
    }
  }

  /** `undefined` when the log cannot be made sense of: then the instance is left alone for a while, and touches no other. */
  async #open(instance: Instance, port: RunnerPort, known?: Recording) {
    const { store, logger } = this.options;
    try {
      const recording = known ?? (await loadRecording(store, instance));
      return { recording, journal: new Journal(port, instance, recording) };
    } catch (error) {
      if (isUnavailable(error)) throw error;
      const { id: instanceId, workflowId } = instance;
      const what = 'The log of the instance cannot be read';
      const fields = { instanceId, workflowId };
      logger.error(
        `${what}, which is tried again: ${messageOf(error)}`,
        fields,
      );
      await this.#postpone(instance, port, delayAfter(instance), true);
      return undefined;
    }
  }

  async #interpret(
    instance: Instance,
    journal: Journal,
    { entries, payloadTexts, start }: Recording,
    signals: readonly Signal[],
  ): Promise<void> {
    const { definitions } = this.options;
    const { id, workflowId, behaviourVersion, input } = instance;
    const hash = definitionToRun(instance, signals, entries);
    const definition = await definitions.byHash(workflowId, hash);
    const run = await runOptionsFor(definition, this.options, async () =>
      this.options.tokens?.tokensOf(instance),
    );
    journal.follow(definition);
    journal.hide(new SecretMask(run.secrets));
    const { startedAt, given } = journal.begin(givenNow(this.options));
    const running = runWorkflow({
      ...run,
      ...given,
      host: journal,
      from: start?.run,
      start: {
        instanceId: id,
        input: decodePayload(input, payloadTexts),
        startedAt,
        behaviour: behaviourVersion,
      },
    });
    await running.catch(error => {
      throw suspectingSecrets(error, definition);
    });
    await journal.finish();
  }

  /** A fault of the process hits many instances once; only what hits the same one again and again is the instance's own. */
  async #onFault({ instance, journal, port, error }: Fault): Promise<void> {
    const { id: instanceId, workflowId, faults = 0 } = instance;
    journal.dispose();
    await journal.ended();
    const fields = { instanceId, workflowId };
    const what = messageOf(error);
    if (faults + 1 < MAX_FAULTS) {
      const delayMs = delayAfter(instance);
      this.options.logger.warn(
        `The instance could not be interpreted, which is tried again in ${delayMs} ms: ${what}`,
        fields,
      );
      await this.#postpone(instance, port, delayMs, true);
      return;
    }
    this.options.logger.error(`The instance is set aside: ${what}`, fields);
    await journal.setAside(reasonOf(error));
  }

  async #postpone(
    { id }: Instance,
    { workerId, clock, stored }: RunnerPort,
    ms: number,
    isFault = false,
  ): Promise<void> {
    await stored;
    const wakeAt = clock.now() + ms;
    await this.options.store.postpone(workerId, id, { wakeAt, isFault });
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

/** How long to leave an instance alone after one more fault. */
function delayAfter({ faults = 0 }: Instance): number {
  return Math.min(FIRST_FAULT_DELAY_MS * 4 ** faults, LAST_FAULT_DELAY_MS);
}

/** A log does not fit when a decision has depended on a secret that is another one now: people should think of that. */
function suspectingSecrets(
  error: unknown,
  { secrets = [] }: WorkflowDefinition,
): unknown {
  if (!(error instanceof NonDeterminismError)) return error;
  const names = secrets.filter(name => name !== AUTH_TOKENS);
  if (names.length === 0) return error;
  return new NonDeterminismError(
    `${error.message}. The workflow uses secrets (${names.join(
      ', ',
    )}): if one of them has been changed or taken away since, give it its former value and resume the instance`,
    { cause: error },
  );
}

/** Whether an instance that was set aside goes on, or ends, by this. */
function takesUp({ kind }: ActSignal): boolean {
  return kind === 'cancel' || kind === 'resume';
}

/** The definition that it has, or another one with which somebody lets it go on, as long as nothing else has come before. */
function definitionToRun(
  { definitionHash, status }: Instance,
  signals: readonly Signal[],
  entries: readonly LogEntry[],
): string {
  if (status !== 'failed') return definitionHash;
  const decidedSeq = lastDecidedSeq(entries);
  const first = signals.find(signal => reopens(signal, decidedSeq));
  const other = first?.kind === 'retry' ? first.data.definition : undefined;
  return other?.to.hash ?? definitionHash;
}

/** Whether an instance that has failed will not be as it was once it has taken this up. */
function reopens(signal: Signal, decidedSeq: number): boolean {
  if (signal.kind === 'retry') return signal.data.afterSeq >= decidedSeq;
  return signal.kind === 'act' || signal.kind === 'cancel';
}

/** What people are told; what an unexpected error says is for the backend's log alone. */
function reasonOf(error: unknown): string {
  return error instanceof EngineError ||
    error instanceof NonDeterminismError ||
    error instanceof PlaceLostError ||
    error instanceof DecryptionFailedError
    ? error.message
    : 'An internal error of the engine; the log of the backend says more';
}
