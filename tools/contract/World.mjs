import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../lib/Failure.mjs';
import { ownText } from './definitions.mjs';
import { authorizationOf, people } from './people.mjs';
import { send } from './send.mjs';

const settledWithinMs = 10_000;
const maxWebhooks = 50;

/** What requests are about: the workflows and instances of a server, made when they are asked for. */
export class World {
  #url;
  #created = 0;

  /** @param {string} url of the API */
  constructor(url) {
    this.#url = url;
  }

  /** A new instance of `hello` that has completed. @returns {Promise<string>} its id */
  completed = who => this.run('hello', 'completed', who);
  /** A new instance of `patient` that waits at `/do/0/pause`. */
  waiting = who => this.run('patient', 'waiting', who);
  /** A new instance of `failing` that has failed at `/do/0/stumble`. */
  failed = who => this.run('failing', 'failed', who);
  /** A new instance of `listening` that waits for an event. */
  listening = who => this.run('listening', 'waiting', who);

  /** What a new instance of `asking` asks `owner`, or the admin who has started it. @returns {Promise<string>} the id of the approval */
  async approval(who = 'initiator') {
    const approver = people[who === 'admin' ? who : 'owner'].ref;
    const inputData = { approver };
    const instanceId = await this.run('asking', 'waiting', who, { inputData });
    const path = `/v2/approvals?instanceId=${instanceId}`;
    const { items } = await this.call(who, 'GET', path);
    return items[0].id;
  }

  /** A new instance of `patient` that was suspended. */
  async suspended(who = 'initiator') {
    const id = await this.waiting(who);
    await this.call(who, 'POST', `/v2/instances/${id}/suspend`, {});
    return this.#until(id, 'suspended', who);
  }

  /** A new job that waits to be resumed. @returns {Promise<string>} its id */
  async job(who = 'initiator') {
    const ids = [await this.waiting(who)];
    const body = { action: 'suspend', paused: true, query: { ids } };
    const path = '/v2/instances/bulk';
    const { id } = await this.call(who, 'POST', path, body);
    return id;
  }

  /** Runs a workflow and waits for its instance to come so far. */
  async run(workflowId, status, who = 'initiator', request = {}) {
    const path = `/v2/workflows/${workflowId}/execute`;
    const targetEntity = 'component:default/payments';
    const { id } = await this.call(who, 'POST', path, {
      targetEntity,
      ...request,
    });
    return this.#until(id, status, who);
  }

  /** Lets the workflows of the definitions run again, whatever was changed about them. */
  async restore() {
    const unchanged = { enabled: true, title: null, tags: null };
    for (const id of ['hello', 'patient', 'failing', 'listening', 'large']) {
      await this.call('admin', 'PATCH', `/v2/workflows/${id}`, unchanged);
    }
  }

  /** A new workflow that is kept in the database. @returns {Promise<string>} its id */
  async ownWorkflow() {
    const name = this.newName();
    await this.call('admin', 'POST', '/v2/workflows', ownText(name));
    return name;
  }

  /** A new webhook at an address of the server's own, which takes no events. @returns {Promise<string>} its id */
  async webhook() {
    await this.#forgetWebhooks();
    const request = { url: `${this.#url}/nowhere`, events: ['workflow.*'] };
    const { id } = await this.call('admin', 'POST', '/v2/webhooks', request);
    return id;
  }

  /** A new webhook and something that was sent to it. */
  async delivery() {
    const webhookId = await this.webhook();
    const path = `/v2/webhooks/${webhookId}/test`;
    const { id } = await this.call('admin', 'POST', path);
    return { webhookId, deliveryId: id };
  }

  /** A name that no workflow has. */
  newName() {
    this.#created += 1;
    return `own-${this.#created}`;
  }

  /**
   * Asks for what the world needs; objects are sent as JSON, text as YAML.
   *
   * @throws {Failure} it was refused
   */
  async call(who, method, path, body) {
    const isText = typeof body === 'string';
    const { status, text } = await send(this.#url, {
      method,
      path,
      body: isText || body === undefined ? body : JSON.stringify(body),
      headers: {
        Authorization: authorizationOf(who),
        ...(body !== undefined && {
          'Content-Type': isText ? 'application/yaml' : 'application/json',
        }),
      },
    });
    if (status < 300) return text === '' ? undefined : JSON.parse(text);
    throw new Failure(`${who}: ${method} ${path} answered ${status}`, {
      details: text,
    });
  }

  /** There may be only so many. */
  async #forgetWebhooks() {
    const { items } = await this.call('admin', 'GET', '/v2/webhooks');
    if (items.length < maxWebhooks) return;
    for (const { id } of items) {
      await this.call('admin', 'DELETE', `/v2/webhooks/${id}`);
    }
  }

  async #until(id, wanted, who) {
    const deadline = Date.now() + settledWithinMs;
    for (;;) {
      const { status } = await this.call(who, 'GET', `/v2/instances/${id}`);
      if (status === wanted) return id;
      if (Date.now() > deadline) {
        throw new Failure(`the instance ${id} is ${status}, not ${wanted}`);
      }
      await sleep(20);
    }
  }
}
