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

  /** Creates a workflow. @param {string} text of its definition, YAML */
  async createWorkflow(text) {
    await this.#yaml('POST', '/api/orchestrator/v2/workflows', text);
  }

  /** Gives a workflow another text. */
  async updateWorkflow(workflowId, text) {
    const path = `/api/orchestrator/v2/workflows/${workflowId}`;
    await this.#yaml('PUT', path, text);
  }

  /** Acts on several instances at once. @returns {Promise<string>} the job's id */
  async startJob(action, ids) {
    const path = '/api/orchestrator/v2/instances/bulk';
    const { id } = await this.#json('POST', path, { action, query: { ids } });
    return id;
  }

  /** @param {string} url to which the ends of runs are told @returns {Promise<string>} the webhook's id */
  async createWebhook(url) {
    const path = '/api/orchestrator/v2/webhooks';
    const events = ['workflow.completed', 'workflow.faulted'];
    const { id } = await this.#json('POST', path, { url, events });
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
    const text = body && JSON.stringify(body);
    const response = await this.#send(method, path, 'application/json', text);
    return response.json();
  }

  async #yaml(method, path, text) {
    await this.#send(method, path, 'application/yaml', text);
  }

  async #send(method, path, type, body) {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
        ...(body && { 'Content-Type': type }),
      },
      body,
    });
    if (response.ok) return response;
    throw new Failure(`${method} ${path} answered ${response.status}`, {
      details: await response.text(),
    });
  }
}
