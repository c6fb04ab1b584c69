import { tmpdir } from 'node:os';
import { findProgram } from './findProgram';
import { runProcess, type Command } from './runProcess';

/** A network, processes and mounts of its own; all of it ends with the first process in it. */
const ISOLATION = [
  '--user',
  '--map-current-user',
  '--net',
  '--pid',
  '--ipc',
  '--fork',
  '--kill-child',
  '--mount-proc',
];
const TRIAL_TIMEOUT_MS = 5000;
const TRIAL_OUTPUT_BYTES = 10_000;

/** Puts processes into Linux namespaces, where the system lets us. */
export class Namespaces {
  #unshare?: Promise<string | undefined>;

  /** Whether processes can be isolated here. Tried once. */
  async areAvailable(): Promise<boolean> {
    return (await this.#program()) !== undefined;
  }

  /** The command, isolated where that is possible. */
  async wrap(command: Command): Promise<Command> {
    const program = await this.#program();
    if (!program) return command;
    const args = [...ISOLATION, '--', command.program, ...command.args];
    return { ...command, program, args };
  }

  #program(): Promise<string | undefined> {
    this.#unshare ??= findWorkingUnshare();
    return this.#unshare;
  }
}

/** There may be one that containers or the system's policy keep from working. */
async function findWorkingUnshare(): Promise<string | undefined> {
  const program = await findProgram('unshare');
  const nothing = await findProgram('true');
  if (!program || !nothing) return undefined;
  const trial = {
    program,
    args: [...ISOLATION, '--', nothing],
    environment: {},
    workingDirectory: tmpdir(),
  };
  const signal = AbortSignal.timeout(TRIAL_TIMEOUT_MS);
  const ended = await runProcess(trial, TRIAL_OUTPUT_BYTES, signal).catch(
    () => undefined, // then it does not work
  );
  return ended?.code === 0 ? program : undefined;
}
