import {
  valueAt,
  type Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ResourceRequest } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { Call } from '../Call';
import { isObject, objectOr, type JsonObject } from '../JsonObject';
import type { Documents } from './Documents';
import { parseObject } from './parseDocument';

/** A value, and the document that it is in: what it refers to is relative to that. */
export interface Located {
  readonly value: JsonObject;
  readonly document: OpenedDocument;
}

interface OpenedDocument {
  readonly uri: string;
  readonly root: JsonObject;
}

const MAX_HOPS = 20;

/**
 * Follows `$ref` from a document into itself and into others.
 *
 * Only what is asked for is followed, so a document may refer to itself. Other documents are fetched through the same
 * gate; the credentials of the first go along to its own origin alone.
 */
export class References {
  readonly #documents: Documents;
  readonly #resource: ResourceRequest;
  readonly #call: Call;

  constructor(options: {
    documents: Documents;
    resource: ResourceRequest;
    call: Call;
  }) {
    this.#documents = options.documents;
    this.#resource = options.resource;
    this.#call = options.call;
  }

  /** The document itself. */
  async root(): Promise<Located> {
    const document = await this.#open(this.#resource);
    return { value: document.root, document };
  }

  /**
   * A value of a document, followed to where it is.
   *
   * @returns an empty object for what is none
   */
  async follow(
    given: Json | undefined,
    { document: from }: Pick<Located, 'document'>,
  ): Promise<Located> {
    let located: Located = { value: objectOr(given), document: from };
    for (let hops = 0; hops < MAX_HOPS; hops += 1) {
      const { $ref } = located.value;
      if (typeof $ref !== 'string') return located;
      located = await this.#jump($ref, located.document);
    }
    throw standardError(
      'validation',
      `${from.uri} has a $ref that leads in a circle`,
    );
  }

  async #jump(reference: string, from: OpenedDocument): Promise<Located> {
    const [address, fragment = ''] = reference.split('#');
    const document =
      address === ''
        ? from
        : await this.#open(this.#other(address, reference, from));
    const value = valueAt(document.root, decodeURIComponent(fragment));
    if (isObject(value)) return { value, document };
    throw standardError(
      'validation',
      `${from.uri} refers to ${reference}, which is not there`,
    );
  }

  #other(
    address: string,
    reference: string,
    { uri: from }: OpenedDocument,
  ): ResourceRequest {
    if (!URL.canParse(address, from)) {
      throw standardError(
        'validation',
        `${from} refers to ${reference}, which is no address`,
      );
    }
    const { href: uri } = new URL(address, from);
    const { authentication } = this.#resource;
    return isSameOrigin(uri, this.#resource.uri)
      ? { uri, authentication }
      : { uri };
  }

  async #open(resource: ResourceRequest): Promise<OpenedDocument> {
    const document = await this.#documents.fetch(resource, this.#call);
    return { uri: document.uri, root: parseObject(document) };
  }
}

/** `URL.origin` knows nothing of `plugin:`. */
export function isSameOrigin(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol === b.protocol && a.host === b.host;
}
