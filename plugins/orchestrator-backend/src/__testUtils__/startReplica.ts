import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

/** A backend in a process of its own. */
export interface Replica {
  readonly url: string;
  /** Without a word to anybody. */
  kill(): Promise<void>;
}

/** Starts a replica over a database of Postgres. */
export async function startReplica({
  database,
  definitions,
}: {
  readonly database: object;
  readonly definitions: Readonly<Record<string, string>>;
}): Promise<Replica> {
  const child = fork(join(__dirname, 'replica.ts'), {
    cwd: resolve(__dirname, '../../../..'),
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      REPLICA_DATABASE: JSON.stringify(database),
      REPLICA_DEFINITIONS: JSON.stringify(definitions),
    },
  });
  const exited = once(child, 'exit');
  const url = await Promise.race([addressFrom(child), exited]);
  if (typeof url !== 'string') {
    throw new Error('The replica has ended before it was there');
  }
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Others send messages as well. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise(found => {
    child.on('message', message => {
      if (typeof message === 'string') found(message);
    });
  });
}
