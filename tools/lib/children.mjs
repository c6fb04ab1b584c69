import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The child processes of a command. Each is known by its pid and ended by it; none outlives the command, whether it ends
 * by itself, by Ctrl-C or by SIGTERM.
 */
const running = new Set();
const graceMs = 15_000;

/**
 * Starts a child in a process group of its own, so that Ctrl-C reaches it only through {@link stopChild}.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, logFile?: string, uid?: number, gid?: number, stopSignal?: string}} [options]
 *   output goes to `logFile`, else to the terminal; `stopSignal` asks it to stop
 */
export function startChild(command, args, options = {}) {
  const { cwd, env, logFile, uid, gid, stopSignal = 'SIGTERM' } = options;
  const log = logFile ? openLog(logFile) : 'inherit';
  const child = spawn(command, args, {
    cwd,
    uid,
    gid,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  if (logFile) closeSync(log);
  child.stopSignal = stopSignal;
  running.add(child);
  child.exited = new Promise(resolve => {
    child.once('error', error => resolve({ code: 127, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  child.exited.then(() => running.delete(child));
  return child;
}

/**
 * Runs a child to its end.
 *
 * @returns {Promise<number>} its exit code; 128 when a signal ended it
 */
export async function runChild(command, args, options) {
  const { code } = await startChild(command, args, options).exited;
  return code ?? 128;
}

/** Asks the child to stop, waits for it, and kills its group when it does not within the grace. */
export async function stopChild(child) {
  signalGroup(child, child.stopSignal);
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  await child.exited;
  clearTimeout(timer);
}

/** Stops all children. */
export async function stopChildren() {
  await Promise.all([...running].map(child => stopChild(child)));
}

function signalGroup(child, signal) {
  if (!running.has(child) || child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'a');
}

let stopping = false;

/** Whether a signal asked this command to end. */
export const isStopping = () => stopping;

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    if (running.size > 0) console.log(`\nStopping (${signal}) …`);
    await stopChildren();
    process.exit(code);
  });
}
process.on('exit', () => running.forEach(c => signalGroup(c, 'SIGKILL')));
