import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from './children.mjs';
import { Failure } from './Failure.mjs';
import { freePort } from './ports.mjs';

const versionsFolder = '/usr/lib/postgresql';
const startWithinMs = 30_000;

/** @returns {string | undefined} the folder with the newest installed server's programs */
export function postgresPrograms() {
  if (!existsSync(versionsFolder)) return undefined;
  return readdirSync(versionsFolder)
    .sort((a, b) => Number(b) - Number(a))
    .map(version => `${versionsFolder}/${version}/bin`)
    .find(programs => existsSync(`${programs}/initdb`));
}

/**
 * Starts a Postgres of one's own: empty, on a free port, in a temporary folder.
 *
 * Runs as the user `postgres` when this process is root, which the server refuses to be.
 *
 * @param {string} programs folder with `initdb` and `postgres`
 * @param {{isDurable?: boolean, env?: (folder: string) => Record<string, string> | undefined}} [options] `isDurable`: whether
 *   what is committed survives a crash, which takes time; `env`: further environment of the server, which may read the folder
 * @returns {Promise<{url: string, port: number, stop: () => Promise<void>, crash: () => Promise<void>, crashedAt: readonly number[], start: () => Promise<void>}>}
 *   `crash` ends it without warning, `start` starts it again on the same data and the same port
 */
export async function startPostgres(programs, { isDurable = false, env } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-postgres-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  initialise(programs, folder, user);
  const port = await freePort();
  const environment = env?.(folder);
  const startServer = () =>
    startChild(
      `${programs}/postgres`,
      serverArguments(folder, port, isDurable),
      {
        ...user,
        cwd: folder,
        env: environment,
        logFile: `${folder}/log`,
        stopSignal: 'SIGINT', // disconnects the clients instead of waiting for them
      },
    );
  let server = startServer();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const stop = () => stopChild(server);
  await waitUntilReady(programs, port, stop);
  const crashedAt = [];
  return {
    url: `postgresql://postgres@127.0.0.1:${port}`,
    port,
    stop,
    /** When it was ended without warning, each time. Milliseconds since the epoch. */
    crashedAt,
    async crash() {
      crashedAt.push(Date.now());
      process.kill(server.pid, 'SIGQUIT');
      await server.exited;
    },
    async start() {
      server = startServer();
    },
  };
}

/** @returns {{uid: number, gid: number} | undefined} undefined: run as this user */
function serverUser() {
  if (process.getuid() !== 0) return undefined;
  const id = flag => Number(spawnSync('id', [flag, 'postgres']).stdout);
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new Failure(
    'Postgres does not run as root, and there is no user "postgres" to run it as',
  );
}

function initialise(programs, folder, user) {
  const { status, stderr } = spawnSync(
    `${programs}/initdb`,
    ['-D', `${folder}/data`, '-A', 'trust', '-U', 'postgres', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (status === 0) return;
  throw new Failure('initdb could not make a database', { details: stderr });
}

function serverArguments(folder, port, isDurable) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: isDurable ? 'on' : 'off',
    max_connections: 300,
  };
  return [
    '-D',
    `${folder}/data`,
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ];
}

async function waitUntilReady(programs, port, stop) {
  const deadline = Date.now() + startWithinMs;
  const probe = ['-q', '-h', '127.0.0.1', '-p', `${port}`];
  while (spawnSync(`${programs}/pg_isready`, probe).status !== 0) {
    if (Date.now() > deadline) {
      await stop();
      throw new Failure(`Postgres was not ready within ${startWithinMs} ms`);
    }
    await sleep(50);
  }
}
