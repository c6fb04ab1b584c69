import { Failure } from './Failure.mjs';

const pageSize = 1000;

/** The few calls that the checks make of a running portal, as a guest. */
export class PortalClient {
  #url;
  #token;

  /** Signs in as guest. @param {string} url of the portal */
  static async signIn(url) {
    const client = new PortalClient(url);
    const { backstageIdentity } = await client.#json(
      'POST',
      '/api/auth/guest/refresh',
    );
    client.#token = backstageIdentity.token;
    return client;
  }

  constructor(url) {
    this.#url = url;
  }

  /** @returns {Promise<string>} the instance's id */
  async execute(workflowId, inputData) {
    const path = `/api/orchestrator/v2/workflows/${workflowId}/execute`;
    const { id } = await this.#json('POST', path, { inputData });
    return id;
  }

  async getInstance(id) {
    return this.#json('GET', `/api/orchestrator/v2/instances/${id}`);
  }

  /** The whole event log of an instance, oldest first. */
  async history(id) {
    const events = [];
    for (;;) {
      const after = events.length > 0 ? `&after=${events.at(-1).id}` : '';
      const path = `/api/orchestrator/v2/instances/${id}/history?limit=${pageSize}${after}`;
      const { items } = await this.#json('GET', path);
      events.push(...items);
      if (items.length < pageSize) return events;
    }
  }

  /** How many entities of the kind the catalog has read so far. */
  async countEntities(kind) {
    const path = `/api/catalog/entities/by-query?filter=kind=${kind}&limit=0`;
    const { totalItems } = await this.#json('GET', path);
    return totalItems;
  }

  /** What the example service saw, oldest first. */
  async flakyRequests() {
    const requests = [];
    for (;;) {
      const after = requests.at(-1)?.id ?? 0;
      const { items } = await this.#json(
        'GET',
        `/api/flaky/requests?after=${after}`,
      );
      requests.push(...items);
      if (items.length < pageSize) return requests;
    }
  }

  async #json(method, path, body) {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    if (response.ok) return response.json();
    throw new Failure(`${method} ${path} answered ${response.status}`, {
      details: await response.text(),
    });
  }
}
