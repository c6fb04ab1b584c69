/**
 * The documents that definitions refer to, kept for a while.
 *
 * D1 A kept document is used as it is while it is fresh: for as long as its server says, else for a minute.
 * D2 After that the server is asked whether it has changed (ETag, Last-Modified).
 * D3 What credentials were needed for is kept for these credentials alone.
 */
import { createHash } from 'node:crypto';
import { Headers } from 'undici';
import type { ResourceRequest } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import { withoutUserInfo } from '../secrets/withoutUserInfo';
import type { HttpAnswer } from '../egress/readAnswer';
import type { FetchedDocument } from './parseDocument';

const DEFAULT_FRESH_MS = 60 * 1000;
const MAX_KEPT = 200;

interface KeptDocument {
  readonly document: FetchedDocument;
  readonly freshUntil: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** See the module header. */
export class Documents {
  readonly #http: AuthenticatedHttp;
  readonly #now: () => number;
  readonly #kept = new Map<string, KeptDocument>();

  constructor(options: { http: AuthenticatedHttp; now?: () => number }) {
    this.#http = options.http;
    this.#now = options.now ?? Date.now;
  }

  /** @throws WorkflowError when it cannot be had */
  async fetch(resource: ResourceRequest, call: Call): Promise<FetchedDocument> {
    const key = keyOf(resource);
    const kept = this.#kept.get(key);
    if (kept && kept.freshUntil > this.#now()) return kept.document;
    const answer = await this.#http.send(
      {
        method: 'GET',
        uri: resource.uri,
        headers: conditionsOf(kept),
        followsRedirects: true,
      },
      resource.authentication,
      call,
    );
    if (kept && answer.status === 304) {
      return this.#keep(key, kept.document, answer);
    }
    requireDocument(answer, resource);
    return this.#keep(key, documentOf(answer, resource), answer);
  }

  #keep(
    key: string,
    document: FetchedDocument,
    { headers }: HttpAnswer,
  ): FetchedDocument {
    this.#kept.delete(key);
    this.#kept.set(key, {
      document,
      freshUntil: this.#now() + freshMsOf(headers),
      etag: headers.get('etag'),
      lastModified: headers.get('last-modified'),
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(oldest);
    return document;
  }
}

function conditionsOf(kept: KeptDocument | undefined): Headers {
  const headers = new Headers({ accept: '*/*' });
  if (kept?.etag) headers.set('if-none-match', kept.etag);
  if (kept?.lastModified) headers.set('if-modified-since', kept.lastModified);
  return headers;
}

function requireDocument(answer: HttpAnswer, { uri }: ResourceRequest): void {
  const { status, statusText } = answer;
  if (status >= 200 && status < 300) return;
  throw standardError(
    'communication',
    `GET ${withoutUserInfo(uri)} answered ${status} ${statusText}`,
    status,
  );
}

/** A plugin's document is known by its `plugin://` address, so that what it refers to is the plugin's, too. */
function documentOf(
  { url, headers, bytes }: HttpAnswer,
  { uri }: ResourceRequest,
): FetchedDocument {
  const type = headers.get('content-type') ?? '';
  return {
    uri: uri.startsWith('plugin:') ? uri : url,
    text: bytes.toString('utf8'),
    type: type.split(';')[0].trim().toLowerCase(),
  };
}

function freshMsOf(headers: Headers): number {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return 0;
  const maxAge = /\bmax-age=(\d+)/.exec(control);
  return maxAge ? Number(maxAge[1]) * 1000 : DEFAULT_FRESH_MS;
}

function keyOf({ uri, authentication }: ResourceRequest): string {
  if (!authentication) return uri;
  const digest = createHash('sha256').update(JSON.stringify(authentication));
  return `${digest.digest('base64')} ${uri}`;
}
