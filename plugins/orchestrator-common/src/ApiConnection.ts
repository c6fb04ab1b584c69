import { isError, ResponseError } from '@backstage/errors';
import {
  Configuration,
  FetchError,
  ResponseError as FailedResponse,
} from './generated/client/runtime';
import { systemTiming, type Timing } from './Timing';

const basePath = '/api/orchestrator';

/** Looked up at each call, so that what replaces it later takes effect. */
const globalFetch: typeof fetch = (input, init) => fetch(input, init);

/** A bearer token, or what gets one for each request. @public */
export type TokenSource = string | (() => Promise<string | undefined>);

/**
 * How to reach the API: by address, from anywhere, or by Backstage's own services, in a frontend or backend plugin.
 *
 * @public
 */
export type OrchestratorApiOptions = {
  /** For tests. */
  readonly timing?: Timing;
} & (
  | {
      /** Address of the backend, e.g. `http://localhost:7007`; `/api/orchestrator` is added when it is missing. */
      readonly baseUrl: string;
      readonly token?: TokenSource;
      readonly fetch?: typeof fetch;
    }
  | {
      readonly discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      /** Adds the user's token in a frontend. Without it a token goes with each call. */
      readonly fetchApi?: { readonly fetch: typeof fetch };
    }
);

/** What may be said of each single call. @public */
export interface CallOptions {
  /** The bearer token of this call, e.g. one made for a service to act on behalf of a user. */
  readonly token?: TokenSource;
  /** Cancels the call. */
  readonly signal?: AbortSignal;
}

/** Where the API is, and how requests get there. @public */
export class ApiConnection {
  protected readonly timing: Timing;
  readonly #address: () => Promise<string>;
  readonly #fetch: typeof fetch;
  readonly #token: TokenSource | undefined;

  constructor(options: OrchestratorApiOptions) {
    this.timing = options.timing ?? systemTiming;
    if ('baseUrl' in options) {
      const address = addressOf(options.baseUrl);
      this.#address = async () => address;
      this.#fetch = options.fetch ?? globalFetch;
      this.#token = options.token;
    } else {
      const { discoveryApi, fetchApi } = options;
      this.#address = () => discoveryApi.getBaseUrl('orchestrator');
      this.#fetch = fetchApi
        ? (input, init) => fetchApi.fetch(input, init)
        : globalFetch;
    }
  }

  /**
   * Makes one call of the generated client.
   *
   * @throws ResponseError for every answer of 400 and above
   * @internal
   */
  protected async call<T>(
    options: CallOptions = {},
    call: (to: Configuration, init: RequestInit) => Promise<T>,
  ): Promise<T> {
    const address = await this.#address();
    const configuration = new Configuration({
      basePath: address,
      fetchApi: this.#fetch,
      accessToken: await this.#tokenFor(options),
    });
    try {
      return await call(configuration, { signal: options.signal });
    } catch (error) {
      throw await backstageErrorOf(error, address);
    }
  }

  async #tokenFor({ token }: CallOptions): Promise<string | undefined> {
    const source = token ?? this.#token;
    return typeof source === 'function' ? source() : source;
  }
}

function addressOf(baseUrl: string): string {
  if (!/^https?:\/\//.test(baseUrl)) {
    throw new TypeError(
      `baseUrl must be the address of the backend, such as http://localhost:7007, got "${baseUrl}"`,
    );
  }
  const address = baseUrl.replace(/\/+$/, '');
  return address.endsWith(basePath) ? address : `${address}${basePath}`;
}

/** The generated client's errors as Backstage's; what `fetch` itself threw stays as it is. */
async function backstageErrorOf(
  error: unknown,
  address: string,
): Promise<unknown> {
  if (error instanceof FailedResponse) {
    return ResponseError.fromResponse(error.response);
  }
  if (isError(error) && error.name === 'SyntaxError') {
    return new TypeError(
      `What ${address} answers is no JSON; is that the address of the portal's backend?`,
      { cause: error },
    );
  }
  return error instanceof FetchError ? error.cause : error;
}
