import { findProgram } from './findProgram';
import type { Sandbox } from './Sandbox';

/**
 * JavaScript runs in this process' own Node under its permission model: no files but the script, no processes, no threads,
 * no native code. That model leaves the network open, so what leads there is taken away before the script begins.
 */
export const javascriptSandbox: Sandbox = {
  scriptName: 'script.js',
  guardName: 'guard.cjs',
  guard: `
const { registerHooks } = require('node:module');
const closed = /^(?:node:)?(?:net|tls|https?|http2|_http_\\w+|_tls_\\w+|dgram|dns|inspector|cluster|child_process|worker_threads|module|repl|trace_events|wasi|sqlite)(?:\\/|$)/;
const refuse = name => {
  throw Object.assign(new Error('Scripts have no access to ' + name), {
    code: 'ERR_ACCESS_DENIED',
  });
};
registerHooks({
  resolve: (name, context, next) =>
    closed.test(name) ? refuse(name) : next(name, context),
});
const { getBuiltinModule } = process;
process.getBuiltinModule = name =>
  closed.test(name) ? refuse(name) : getBuiltinModule(name);
for (const name of ['kill', '_kill', 'binding', '_linkedBinding', 'dlopen', '_debugProcess']) {
  delete process[name];
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) {
  delete globalThis[name];
}
`,
  async command({ directory, guardFile, scriptFile, memoryBytes }) {
    const node = [
      process.execPath,
      '--permission',
      `--allow-fs-read=${guardFile}`,
      `--allow-fs-read=${scriptFile}`,
      `--allow-fs-read=${directory}`,
      `--max-old-space-size=${Math.ceil(memoryBytes / MIB)}`,
      '--no-warnings',
      '--require',
      guardFile,
      scriptFile,
    ];
    const prlimit = await findProgram('prlimit');
    return prlimit ? [prlimit, ...limitsOf(memoryBytes), ...node] : node;
  },
};

const MIB = 1024 * 1024;

/** What Node sets aside for itself, whether it uses it or not. */
const OWN_BYTES = 768 * MIB;

/** Buffers lie outside of the heap that Node limits. */
function limitsOf(memoryBytes: number): readonly string[] {
  return [`--data=${memoryBytes + OWN_BYTES}`, '--fsize=0', '--core=0'];
}
