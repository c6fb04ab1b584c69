import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definitions } from '../../tools/contract/definitions.mjs';
import { ServerUnderTest } from '../../tools/contract/ServerUnderTest.mjs';
import { fromRoot } from '../../tools/lib/paths.mjs';
import { addFinishedInstances } from '../engine/finishedInstances.mjs';

/** A backend whose database holds so many instances that have ended. */
export class FilledServer {
  #server;
  #folder;

  /** @param {number} stored @param {{port: number, url: string}} [postgres] a server of databases; default: SQLite in a file */
  static async start(stored, postgres) {
    const filled = new FilledServer();
    await filled.#start(stored, postgres);
    return filled;
  }

  get url() {
    return this.#server.url;
  }

  async stop() {
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #start(stored, postgres) {
    this.stored = stored;
    this.#folder = mkdtempSync(join(tmpdir(), 'bench-api-'));
    const prefix = `filled_${stored}_`;
    this.database = postgres
      ? { kind: 'postgres', url: `${postgres.url}/${prefix}orchestrator` }
      : { kind: 'sqlite', file: join(this.#folder, 'orchestrator.sqlite') };
    this.#server = await ServerUnderTest.start({
      definitions,
      database: postgres
        ? onPostgres(postgres, prefix)
        : {
            client: 'better-sqlite3',
            connection: { directory: this.#folder },
          },
      logFile: fromRoot(
        `test-output/bench-api/${this.database.kind}-${stored}.log`,
      ),
    });
    await addFinishedInstances(this.database, stored);
  }
}

function onPostgres({ port }, prefix) {
  const connection = { host: '127.0.0.1', port, user: 'postgres' };
  return { client: 'pg', prefix, connection };
}
