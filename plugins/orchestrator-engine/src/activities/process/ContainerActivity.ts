import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { ContainerEffect } from '../../interpreter/DurableHost';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { Call } from '../Call';
import { carryOut } from '../carryOut';
import { containerArguments, inheritedEnvironment } from './containerCommand';
import { PROGRAM_FOLDERS } from './findProgram';
import {
  DEFAULT_PROCESS_LIMITS,
  type ContainerOptions,
} from './ProcessOptions';
import { processResult } from './processResult';
import { runProcess, type EndedProcess } from './runProcess';
import { hideSecrets } from './ScriptActivity';
import { withDefaults } from './withDefaults';

const REMOVAL_TIMEOUT_MS = 30_000;

/**
 * Runs containers (DSL reference, "Container Process") through the command line of Docker or Podman.
 *
 * A container whose task is cancelled or late is removed. One whose lifetime says `eventually` is removed after that time,
 * unless the backend stops before.
 */
export class ContainerActivity implements ActivityExecutor<ContainerEffect> {
  readonly #options: ContainerOptions & typeof DEFAULT_PROCESS_LIMITS;
  readonly #program: string;
  readonly #removals = new Set<NodeJS.Timeout>();

  constructor(options: ContainerOptions) {
    this.#options = withDefaults(DEFAULT_PROCESS_LIMITS, options);
    this.#program = options.program ?? 'docker';
  }

  async execute(
    effect: ContainerEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { timeoutMs } = this.#options;
    const target = `The container ${effect.image}`;
    return carryOut({ target, timeoutMs }, context, async call => {
      const ended = await this.#run(effect, call);
      const value = processResult(target, ended, effect.return, call.secrets);
      return { outcome: { ok: true, value } };
    });
  }

  /** Removes nothing any more. */
  close(): void {
    this.#removals.forEach(clearTimeout);
  }

  async #run(effect: ContainerEffect, call: Call): Promise<EndedProcess> {
    hideSecrets(effect.environment, call);
    const name = effect.name ?? `orchestrator-${randomUUID()}`;
    const args = containerArguments(effect, name, this.#options);
    const command = this.#command(args, effect);
    const { maxOutputBytes } = this.#options;
    call.requireLease();
    try {
      const ended = await runProcess(command, maxOutputBytes, call.signal);
      this.#removeLater(effect, name);
      return ended;
    } catch (error) {
      await this.#remove(name);
      throw error;
    }
  }

  #command(args: readonly string[], effect?: ContainerEffect) {
    return {
      program: this.#program,
      args,
      environment: {
        ...(effect && inheritedEnvironment(effect)),
        PATH: PROGRAM_FOLDERS.join(':'),
        ...this.#options.environment,
      },
      workingDirectory: tmpdir(),
      stdin: effect?.stdin,
    };
  }

  #removeLater({ lifetime }: ContainerEffect, name: string): void {
    if (lifetime?.cleanup !== 'eventually') return;
    const timer = setTimeout(() => {
      this.#removals.delete(timer);
      this.#remove(name);
    }, lifetime.afterMs ?? 0);
    timer.unref();
    this.#removals.add(timer);
  }

  /** As well as it goes: what was asked for has ended already, one way or the other. */
  async #remove(name: string): Promise<void> {
    const command = this.#command(['rm', '--force', name]);
    const signal = AbortSignal.timeout(REMOVAL_TIMEOUT_MS);
    await runProcess(command, this.#options.maxOutputBytes, signal).catch(
      () => undefined, // there is nobody left to tell
    );
  }
}
