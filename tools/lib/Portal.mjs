import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from './children.mjs';
import { Failure } from './Failure.mjs';
import { nodeBinary, nodeEnvironment } from './nodeBinary.mjs';
import { fromRoot } from './paths.mjs';

const readyWithinMs = 120_000;

/**
 * A running portal: one backend process that serves pages and API on one address.
 *
 * The backend runs from its sources with the CLI's TypeScript transform, as `backstage-cli package start` does, but as
 * one process without watching files.
 */
export class Portal {
  #child;
  #logFile;

  /**
   * Starts the backend; it is not ready yet, see {@link ready}.
   *
   * @param {object} options
   * @param {number} [options.port] overrides the configured one
   * @param {string} [options.dataDir] folder of the SQLite files, absolute; overrides the configured one
   * @param {readonly string[]} [options.configs] config files, absolute; default app-config.yaml and app-config.local.yaml
   * @param {Record<string, string>} [options.env] further environment variables
   * @param {string} [options.logFile] is appended to; default: the terminal
   */
  constructor({ port = 7007, dataDir, configs = [], env, logFile }) {
    this.url = `http://localhost:${port}`;
    this.#logFile = logFile;
    this.#child = startChild(
      nodeBinary(),
      [
        '--enable-source-maps',
        '--require',
        transform(),
        'src/index.ts',
        ...configs.flatMap(file => ['--config', file]),
      ],
      {
        cwd: fromRoot('packages/backend'),
        logFile,
        env: {
          ...nodeEnvironment(),
          NODE_ENV: 'production',
          ...this.#overrides(port, dataDir),
          ...env,
        },
      },
    );
  }

  /** Process id of the backend. */
  get pid() {
    return this.#child.pid;
  }

  /** Settles when the backend has ended. @returns {Promise<{code: number | null, signal: string | null}>} */
  get exited() {
    return this.#child.exited;
  }

  /** Waits until the API is ready and the page is served. @throws {Failure} when the backend ends or takes too long */
  async ready() {
    const deadline = Date.now() + readyWithinMs;
    let hasEnded = false;
    this.exited.then(() => (hasEnded = true));
    while (!(await this.#answers())) {
      if (hasEnded) throw this.#failure('the backend ended while it started');
      if (Date.now() > deadline)
        throw this.#failure(
          `the backend was not ready within ${readyWithinMs / 1000} s`,
        );
      await sleep(100);
    }
  }

  /** Stops the backend as Ctrl-C does and waits for its end. */
  async stop() {
    await stopChild(this.#child);
  }

  /** Ends the backend without warning, as a crash does, and waits for its end. */
  async kill() {
    process.kill(this.pid, 'SIGKILL');
    await this.exited;
  }

  #overrides(port, dataDir) {
    return {
      APP_CONFIG_app_baseUrl: this.url,
      APP_CONFIG_backend_baseUrl: this.url,
      APP_CONFIG_backend_listen_port: `${port}`,
      ...(dataDir && {
        APP_CONFIG_backend_database_connection_directory: dataDir,
      }),
    };
  }

  async #answers() {
    return (
      (await isOk(`${this.url}/.backstage/health/v1/readiness`)) &&
      (await isOk(`${this.url}/`))
    );
  }

  #failure(what) {
    const log =
      this.#logFile && existsSync(this.#logFile)
        ? readFileSync(this.#logFile, 'utf8')
        : '';
    const lines = log.split('\n').filter(isNoProbe);
    const details = lines
      .join('\n')
      .trimEnd()
      .split('\n')
      .slice(-20)
      .join('\n');
    return new Failure(
      this.#logFile ? `${what}; its log is in ${this.#logFile}` : what,
      { details },
    );
  }
}

async function isOk(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false; // nobody listens yet
  }
}

/** Whether a line of the log is more than an answer to {@link isOk}. */
function isNoProbe(line) {
  return !line.includes('/.backstage/health/');
}

function transform() {
  return createRequire(fromRoot('package.json')).resolve(
    '@backstage/cli/config/nodeTransform.cjs',
  );
}
