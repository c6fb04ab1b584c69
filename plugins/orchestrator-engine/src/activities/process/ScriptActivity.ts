import type { ScriptEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type {
  ActivityContext,
  ActivityExecutor,
  ActivityResult,
} from '../ActivityExecutor';
import type { Call } from '../Call';
import { carryOut } from '../carryOut';
import type { Documents } from '../documents/Documents';
import { withoutUserInfo } from '../secrets/withoutUserInfo';
import { javascriptSandbox } from './javascriptSandbox';
import { Namespaces } from './Namespaces';
import { DEFAULT_PROCESS_LIMITS, type ScriptOptions } from './ProcessOptions';
import { processResult } from './processResult';
import { pythonSandbox } from './pythonSandbox';
import { runProcess, type EndedProcess } from './runProcess';
import type { Sandbox } from './Sandbox';
import { inWorkingDirectory, type WorkingDirectory } from './WorkingDirectory';
import { withDefaults } from './withDefaults';

const DEFAULTS = {
  ...DEFAULT_PROCESS_LIMITS,
  memoryBytes: 256 * 1024 * 1024,
  python: 'python3',
  requireNamespaces: false,
};

const SANDBOXES: { readonly [L in ScriptEffect['language']]: Sandbox } = {
  js: javascriptSandbox,
  python: pythonSandbox,
};

/**
 * Runs scripts (DSL reference, "Script Process"), each in a sandbox of its own: no environment but what the task gives, an empty
 * working directory that is removed afterwards, no files, no network, no other processes, bounds for time, memory and output.
 */
export class ScriptActivity implements ActivityExecutor<ScriptEffect> {
  readonly #documents: Documents;
  readonly #options: typeof DEFAULTS;
  readonly #namespaces = new Namespaces();

  constructor({
    documents,
    ...options
  }: ScriptOptions & { documents: Documents }) {
    this.#documents = documents;
    this.#options = withDefaults(DEFAULTS, options);
  }

  async execute(
    effect: ScriptEffect,
    context: ActivityContext,
  ): Promise<ActivityResult> {
    const { code, language } = effect;
    const source =
      typeof code === 'string' ? 'script' : withoutUserInfo(code.uri);
    const target = `The ${language} ${source}`;
    const { timeoutMs } = this.#options;
    return carryOut({ target, timeoutMs }, context, async call => {
      const ended = await inWorkingDirectory(directory =>
        this.#run(effect, directory, call),
      );
      const value = processResult(target, ended, effect.return, call.secrets);
      return { outcome: { ok: true, value } };
    });
  }

  async #run(
    effect: ScriptEffect,
    directory: WorkingDirectory,
    call: Call,
  ): Promise<EndedProcess> {
    await this.#requireIsolation();
    requireHarmless(effect.environment);
    hideSecrets(effect.environment, call);
    const sandbox = SANDBOXES[effect.language];
    const { memoryBytes, python, maxOutputBytes } = this.#options;
    const [program, ...args] = await sandbox.command({
      directory: directory.path,
      guardFile: await directory.add(sandbox.guardName, sandbox.guard),
      scriptFile: await directory.add(
        sandbox.scriptName,
        await this.#codeOf(effect, call),
      ),
      memoryBytes,
      python,
    });
    const command = await this.#namespaces.wrap({
      program,
      args: [...args, ...effect.arguments],
      environment: effect.environment,
      workingDirectory: directory.path,
      stdin: effect.stdin,
    });
    call.requireLease();
    return runProcess(command, maxOutputBytes, call.signal);
  }

  async #codeOf({ code }: ScriptEffect, call: Call): Promise<string> {
    if (typeof code === 'string') return code;
    const { text } = await this.#documents.fetch(code, call);
    return text;
  }

  async #requireIsolation(): Promise<void> {
    if (!this.#options.requireNamespaces) return;
    if (await this.#namespaces.areAvailable()) return;
    throw standardError(
      'configuration',
      'Scripts must run in namespaces of their own (orchestrator.run.script.requireNamespaces), which the system does not give',
    );
  }
}

/** Variables by which interpreters and linkers can be told to load other code. */
function requireHarmless(environment: ScriptEffect['environment']): void {
  const harmful = Object.keys(environment).filter(name =>
    /^(NODE_|PYTHON|LD_|DYLD_|GLIBC_)/i.test(name),
  );
  if (harmful.length === 0) return;
  throw standardError(
    'configuration',
    `Scripts cannot have the environment variables ${harmful.join(', ')}`,
  );
}

/** Keeps secrets that a process is given out of what is told of its failure. */
export function hideSecrets(
  environment: { readonly [name: string]: string },
  { secrets }: Call,
): void {
  for (const [name, value] of Object.entries(environment)) {
    secrets.addNamed(name, value);
  }
}
