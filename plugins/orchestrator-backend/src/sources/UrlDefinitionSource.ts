import type {
  LoggerService,
  SchedulerServiceTaskRunner,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { NotModifiedError } from '@backstage/errors';
import type {
  DefinitionFile,
  DefinitionSource,
  DefinitionSourceConnection,
} from '@stagecraft/backstage-plugin-orchestrator-node';
import { isDefinitionPath } from './isDefinitionPath';

interface Answer {
  readonly etag?: string;
  readonly files: readonly DefinitionFile[];
}

/** The definition at a URL, or those in the tree at a URL; reads it again on a schedule. */
export class UrlDefinitionSource implements DefinitionSource {
  readonly name: string;
  readonly #url: string;
  readonly #reader: UrlReaderService;
  readonly #tasks: SchedulerServiceTaskRunner;
  readonly #logger: LoggerService;
  readonly #abort = new AbortController();
  #etag: string | undefined;

  constructor(options: {
    readonly url: string;
    readonly reader: UrlReaderService;
    /** Runs in every process: each one keeps the definitions it has read. */
    readonly tasks: SchedulerServiceTaskRunner;
    readonly logger: LoggerService;
  }) {
    this.#url = options.url;
    this.#reader = options.reader;
    this.#tasks = options.tasks;
    this.#logger = options.logger;
    this.name = `url:${options.url}`;
  }

  /** Resolves at once: a host that does not answer must not keep the backend from starting. */
  async connect(connection: DefinitionSourceConnection): Promise<void> {
    await this.#tasks.run({
      id: `refresh-definitions:${this.#url}`,
      signal: this.#abort.signal,
      fn: () => this.#refresh(connection),
    });
  }

  async disconnect(): Promise<void> {
    this.#abort.abort();
  }

  async #refresh(connection: DefinitionSourceConnection) {
    try {
      const { etag, files } = await this.#read();
      await connection.replaceAll(files);
      this.#etag = etag;
    } catch (error) {
      if (error instanceof NotModifiedError) return;
      this.#logger.warn(
        `Workflow definitions could not be read from ${
          this.#url
        }; those read before stay: ${String(error)}`,
      );
    }
  }

  #read(): Promise<Answer> {
    return isDefinitionPath(new URL(this.#url).pathname)
      ? this.#readFile()
      : this.#readTree();
  }

  async #readFile(): Promise<Answer> {
    const answer = await this.#reader.readUrl(this.#url, { etag: this.#etag });
    const text = (await answer.buffer()).toString('utf8');
    return { etag: answer.etag, files: [{ location: this.#url, text }] };
  }

  async #readTree(): Promise<Answer> {
    const answer = await this.#reader.readTree(this.#url, {
      etag: this.#etag,
      filter: isDefinitionPath,
    });
    const files = await Promise.all(
      (
        await answer.files()
      ).map(async file => ({
        location: `${this.#url.replace(/\/$/, '')}/${file.path}`,
        text: (await file.content()).toString('utf8'),
      })),
    );
    return { etag: answer.etag, files };
  }
}
