import type { ShellEffect } from '../../interpreter/DurableHost';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import { carryOut } from '../carryOut';
import { PROGRAM_FOLDERS } from './findProgram';
import { DEFAULT_PROCESS_LIMITS, type ShellOptions } from './ProcessOptions';
import { processResult } from './processResult';
import { runProcess } from './runProcess';
import { hideSecrets } from './ScriptActivity';
import { inWorkingDirectory } from './WorkingDirectory';
import { withDefaults } from './withDefaults';

const DEFAULTS = {
  ...DEFAULT_PROCESS_LIMITS,
  shell: '/bin/sh',
  path: PROGRAM_FOLDERS.slice(0, 3).join(':'),
};

/**
 * Runs shell commands (DSL reference, "Shell Process") as the user that the backend runs as, with all that this user may do.
 * Only for deployments that trust whoever writes definitions.
 */
export class ShellActivity implements ActivityExecutor<ShellEffect> {
  readonly #options: typeof DEFAULTS;

  constructor(options: ShellOptions) {
    this.#options = withDefaults(DEFAULTS, options);
  }

  async execute(
    effect: ShellEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { shell, path, timeoutMs, maxOutputBytes } = this.#options;
    const target = 'The command';
    return carryOut({ target, timeoutMs }, context, async call => {
      hideSecrets(effect.environment, call);
      const ended = await inWorkingDirectory(directory => {
        call.requireLease();
        return runProcess(
          {
            program: shell,
            args: ['-c', effect.command, 'sh', ...effect.arguments],
            environment: { PATH: path, ...effect.environment },
            workingDirectory: directory.path,
            stdin: effect.stdin,
          },
          maxOutputBytes,
          call.signal,
        );
      });
      const value = processResult(target, ended, effect.return, call.secrets);
      return { outcome: { ok: true, value } };
    });
  }
}
