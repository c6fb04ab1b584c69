import {
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from '../lib/children.mjs';
import { Failure } from '../lib/Failure.mjs';
import { nodeBinary, nodeEnvironment } from '../lib/nodeBinary.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { authorizationOf } from './people.mjs';

const readyWithinMs = 60_000;
const transform = createRequire(fromRoot('package.json')).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/** What the log of a server must not hold, whatever it is asked. */
const alarms =
  /UNHANDLED|unhandled rejection|uncaught exception|ERR_HTTP_HEADERS_SENT/i;
/** What the server logs of an answer of 500. */
const ownFault =
  /\berror\b.*\b(?:GET|HEAD|POST|PUT|PATCH|DELETE) \S+ failed|failed with status 5/;

/** A server in a process of its own, with a database of its own, whose log is watched. */
export class ServerUnderTest {
  #child;
  #logFile;
  #folder;

  /**
   * Starts it and waits until it answers.
   *
   * @param {object} options
   * @param {Record<string, string>} options.definitions text of each by the name of its file
   * @param {string} options.logFile
   * @param {object} [options.database] as `backend.database` of the configuration; default: SQLite in a file
   */
  static async start({ definitions, logFile, database }) {
    const server = new ServerUnderTest();
    await server.#start(definitions, logFile, database);
    return server;
  }

  async #start(definitions, logFile, database) {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    this.url = `${this.origin}/api/orchestrator`;
    this.#logFile = logFile;
    rmSync(logFile, { force: true });
    this.#folder = mkdtempSync(join(tmpdir(), 'contract-'));
    for (const [file, text] of Object.entries(definitions)) {
      writeFileSync(join(this.#folder, file), text);
    }
    this.#child = startChild(
      nodeBinary(),
      ['--require', transform, fromRoot('tools/contract/server.mjs')],
      {
        cwd: fromRoot('.'),
        logFile,
        env: {
          ...nodeEnvironment(),
          NODE_ENV: 'production',
          CONTRACT_PORT: `${port}`,
          CONTRACT_DEFINITIONS: this.#folder,
          CONTRACT_DATABASE: JSON.stringify(
            database ?? {
              client: 'better-sqlite3',
              connection: { directory: this.#folder },
            },
          ),
        },
      },
    );
    await this.#ready();
  }

  /** The contract that it publishes, with paths below {@link url}. */
  async contract() {
    const response = await fetch(`${this.url}/openapi.json`, {
      headers: { Authorization: authorizationOf('service') },
    });
    if (!response.ok) throw new Failure('the server publishes no contract');
    const { paths, ...more } = await response.json();
    const { pathname } = new URL(this.url);
    const below = Object.entries(paths).map(([path, item]) => [
      path.startsWith(pathname) ? path.slice(pathname.length) : path,
      item,
    ]);
    return { ...more, paths: Object.fromEntries(below) };
  }

  /** What its auditor was told since this was last asked. @returns {Promise<{eventId: string, meta: object, outcome: string}[]>} */
  async takeAuditNotes() {
    return (await fetch(`${this.origin}/audit-notes`)).json();
  }

  /** Lines of its log that tell of a fault. @returns {string[]} */
  alarms() {
    return this.#log()
      .split('\n')
      .filter(line => alarms.test(line) || ownFault.test(line));
  }

  async stop() {
    await stopChild(this.#child);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ready() {
    const deadline = Date.now() + readyWithinMs;
    let hasEnded = false;
    this.#child.exited.then(() => (hasEnded = true));
    while (!(await this.#answers())) {
      if (hasEnded || Date.now() > deadline) {
        throw new Failure('the server did not start', {
          details: this.#log().trimEnd().split('\n').slice(-20).join('\n'),
        });
      }
      await sleep(100);
    }
  }

  async #answers() {
    try {
      const path = '/.backstage/health/v1/readiness';
      return (await fetch(`${this.origin}${path}`)).ok;
    } catch {
      return false; // it does not listen yet
    }
  }

  #log() {
    return existsSync(this.#logFile) ? readFileSync(this.#logFile, 'utf8') : '';
  }
}
