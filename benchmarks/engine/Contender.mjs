import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('contenderProcess.mjs', import.meta.url));

/** A contender in one or more processes of its own. */
export class Contender {
  #children;

  constructor(children) {
    this.#children = children;
  }

  /**
   * @param {{module: string, options: object, replicas?: number}} contender `module` is a file of `contenders/`; the replicas
   *   share what `options` names
   */
  static async open({ module, options, replicas = 1 }) {
    const children = [];
    for (let replica = 0; replica < replicas; replica += 1) {
      const child = startProcess();
      children.push(child);
      await ask(child, 'open', { module, options });
    }
    return new Contender(children);
  }

  /**
   * Runs the load in each replica at the same time.
   *
   * @param {{count: number, inFlight: number}} load of each replica
   * @returns what all did together: rates added, the worst of the others
   */
  async measure(load) {
    const results = await Promise.all(
      this.#children.map(child => ask(child, 'measure', load)),
    );
    return results.reduce(together);
  }

  async close() {
    await Promise.all(this.#children.map(child => ask(child, 'close')));
  }
}

const running = new Set();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

function startProcess() {
  const child = fork(program, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, '--no-deprecation'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function ask(child, request, argument) {
  const over = new AbortController();
  child.send({ request, argument });
  try {
    const answer = await Promise.race([
      answerOf(child, over),
      deathOf(child, over),
    ]);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.result;
  } finally {
    over.abort();
  }
}

/** The loader of TypeScript sends messages of its own. */
async function answerOf(child, { signal }) {
  for (;;) {
    const [message] = await once(child, 'message', { signal });
    if (message.isAnswer) return message;
  }
}

async function deathOf(child, { signal }) {
  const [code] = await once(child, 'exit', { signal });
  return { error: `the contender's process ended (${code})` };
}

function together(one, other) {
  return {
    perSecond: one.perSecond + other.perSecond,
    p50Ms: Math.max(one.p50Ms, other.p50Ms),
    p99Ms: Math.max(one.p99Ms, other.p99Ms),
    cpuMsPerWorkflow: (one.cpuMsPerWorkflow + other.cpuMsPerWorkflow) / 2,
    lagP99Ms: Math.max(one.lagP99Ms, other.lagP99Ms),
  };
}
