import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { standardError } from '../../interpreter/WorkflowError';

/** What to run, and with what; it gets nothing else of this process. */
export interface Command {
  /** Absolute path, or a name that the system finds. */
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: { readonly [name: string]: string };
  readonly workingDirectory: string;
  readonly stdin?: string;
}

/** How a process ended. */
export interface EndedProcess {
  /** Absent when a signal ended it. */
  readonly code?: number;
  readonly signal?: string;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a process in a group of its own, which is killed when the process has ended or the signal aborts: nothing of it goes on.
 *
 * @param maxOutputBytes - of stdout and of stderr
 * @throws WorkflowError `configuration` when there is no such program, `runtime` when it writes too much
 */
export async function runProcess(
  command: Command,
  maxOutputBytes: number,
  signal: AbortSignal,
): Promise<EndedProcess> {
  signal.throwIfAborted();
  const child = spawn(command.program, command.args, {
    cwd: command.workingDirectory,
    env: { ...command.environment },
    detached: true,
    stdio: 'pipe',
  });
  const kill = () => killGroup(child);
  const failure = new AbortController();
  signal.addEventListener('abort', kill);
  child.once('exit', kill);
  try {
    const [stdout, stderr] = [child.stdout, child.stderr].map(stream =>
      collect(stream, maxOutputBytes, error => {
        failure.abort(error);
        kill();
      }),
    );
    feed(child, command.stdin);
    const [code, by] = await ended(child);
    signal.throwIfAborted();
    failure.signal.throwIfAborted();
    return {
      code: code ?? undefined,
      signal: by ?? undefined,
      stdout: stdout(),
      stderr: stderr(),
    };
  } catch (error) {
    throw isMissing(error) ? missing(command) : error;
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

async function ended(
  child: ChildProcessWithoutNullStreams,
): Promise<[number | null, string | null]> {
  const [code, signal] = await once(child, 'close');
  return [code, signal];
}

/** A process may end without reading what it is given. */
function feed(
  { stdin }: ChildProcessWithoutNullStreams,
  text: string | undefined,
): void {
  stdin.on('error', () => stdin.destroy());
  stdin.end(text ?? '');
}

/** @returns what has been written so far */
function collect(
  stream: NodeJS.ReadableStream,
  maxBytes: number,
  fail: (error: Error) => void,
): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else fail(standardError('runtime', `It wrote more than ${maxBytes} bytes`));
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Ends a process that was started `detached`, and all that it started. */
export function killGroup({ pid }: ChildProcessWithoutNullStreams): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody is left in the group
  }
}

function isMissing(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ENOENT'
  );
}

function missing({ program }: Command): Error {
  return standardError(
    'configuration',
    `There is no program ${program} where the backend runs`,
  );
}
