/** Finds out where an instance stands, and what an act would make of it, by a run over its log that carries nothing out. */
import { EngineError } from '../../EngineError';
import { GoingBack } from '../../interpreter/decisions';
import type { Asked, Effect } from '../../interpreter/DurableHost';
import { PlaceLostError } from '../../interpreter/Resumable';
import type { Instance, InstanceStore } from '../../store/InstanceStore';
import { Breath } from '../Breath';
import type { Clock } from '../Clock';
import type { DefinitionCache } from '../DefinitionCache';
import { loadRecording, type Recording } from '../loadRecording';
import { decodePayload } from '../payloads';
import { projectLog } from '../projectEntry';
import { rehearse } from '../Rehearsal';
import { instanceConflict } from '../refusals';
import { NonDeterminismError } from '../Replay';
import { givenNow, runOptionsFor, type RunMeans } from '../runOptionsFor';
import type { AuthTokens } from '../secrets/AuthTokens';
import type { AuthTokenVault } from '../secrets/AuthTokenVault';

/** @internal */
export interface InstanceRehearsalOptions extends RunMeans {
  readonly instances: InstanceStore;
  readonly parsed: DefinitionCache;
  readonly tokens: AuthTokenVault;
  readonly clock: Clock;
}

/** See the module header. */
export class InstanceRehearsal {
  readonly #breath: Breath;

  constructor(private readonly options: InstanceRehearsalOptions) {
    this.#breath = new Breath(options.clock);
  }

  /**
   * What the instance waits for where it stands, or would once it had done what is asked for.
   *
   * @param hash - the definition to run. Default: the instance's own
   * @throws {@link EngineError} `STATE_CONFLICT` with both sides, or with what is asked for that cannot be; `AUTH_TOKENS_REQUIRED`
   */
  async standsAt(
    instance: Instance,
    hash = instance.definitionHash,
    asked?: Asked,
  ): Promise<readonly Effect[]> {
    const recording = await loadRecording(this.options.instances, instance);
    const run = await this.#runOf(instance, hash, recording);
    const breathe = () => this.#breath.take();
    try {
      return await rehearse(run, recording, { asked, breathe });
    } catch (error) {
      throw asRefusal(error, { instanceId: instance.id, hash, recording });
    }
  }

  async #runOf(instance: Instance, hash: string, recording: Recording) {
    const { id: instanceId, workflowId, input } = instance;
    const start = {
      instanceId,
      input: decodePayload(input, recording.payloadTexts),
      startedAt: instance.startedAt ?? instance.createdAt,
      behaviour: instance.behaviourVersion,
    };
    const definition = await this.options.parsed.byHash(workflowId, hash);
    const means = await runOptionsFor(definition, this.options, () =>
      this.#tokensOf(instance),
    );
    const { given = givenNow(this.options) } = projectLog(recording);
    return { ...means, ...given, start };
  }

  /** What has been run with tokens cannot be run over without. @throws {@link EngineError} `AUTH_TOKENS_REQUIRED` */
  async #tokensOf(instance: Instance): Promise<AuthTokens | undefined> {
    const { tokens } = this.options;
    if (!(await tokens.areDropped(instance))) return tokens.tokensOf(instance);
    throw new EngineError(
      'AUTH_TOKENS_REQUIRED',
      `Instance ${instance.id} was given tokens, which were dropped when it failed; retry it with \`authTokens\``,
    );
  }
}

interface Failed {
  readonly instanceId: string;
  readonly hash: string;
  readonly recording: Recording;
}

/** What somebody is told who has asked for what cannot be; other errors as they are. */
function asRefusal(
  error: unknown,
  { instanceId, hash, recording }: Failed,
): unknown {
  if (error instanceof GoingBack) {
    return instanceConflict(instanceId, whyNotBack(error, recording));
  }
  if (!isMisfit(error)) return error;
  return instanceConflict(
    instanceId,
    `its log does not fit the definition ${hash}: ${error.message}`,
  );
}

/** Whether the log, or its checkpoint, does not fit the definition. */
function isMisfit(error: unknown): error is Error {
  return (
    error instanceof NonDeterminismError || error instanceof PlaceLostError
  );
}

function whyNotBack({ message, to }: GoingBack, { start }: Recording): string {
  return start
    ? `the task at ${to} has not run in a list around the failed task since the last checkpoint; what ran before it cannot be chosen`
    : message;
}
