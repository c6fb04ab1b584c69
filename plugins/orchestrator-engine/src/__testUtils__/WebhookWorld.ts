import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Knex } from 'knex';
import { Webhook as Verifier } from 'standardwebhooks';
import { Servers } from '../activities/__testUtils__/servers';
import { Webhooks, type WebhooksOptions } from '../runtime/webhooks/Webhooks';
import { openStores } from '../store/knex/openStores';
import type { WebhookStore } from '../store/WebhookStore';
import { ManualClock, settle } from './ManualClock';

/** How long a test waits for what should be there at once, on however busy a machine. */
const PATIENCE_MS = 60_000;

/** Leases go by the database's clock: none runs out while a test is under way. */
const LEASE_MS = 600_000;

/** What a receiver was sent. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly time: number;
}

/** An address that takes events, on loopback. */
export class Receiver {
  readonly received: Received[] = [];
  /** Answers; default: 204. */
  answer: (response: ServerResponse, nth: number) => void = response => {
    response.writeHead(204).end();
  };
  url = '';

  async listen(servers: Servers, clock: ManualClock): Promise<this> {
    const base = await servers.serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const { headers } = request;
        this.received.push({ headers, body, time: clock.now() });
        this.answer(response, this.received.length);
      });
    });
    this.url = `${base}/hook`;
    return this;
  }

  /** Ids of messages, in the order in which they came. */
  get ids(): readonly string[] {
    return this.received.map(({ headers }) => String(headers['webhook-id']));
  }

  get types(): readonly string[] {
    return this.received.map(({ body }) => JSON.parse(body).type);
  }
}

/** What a receiver that knows the secret makes of a message when it comes. @throws when it is not signed with that */
export function verify(
  { body, headers, time }: Received,
  secret: string,
): unknown {
  const texts = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
  const now = jest.spyOn(Date, 'now').mockReturnValue(time);
  try {
    return new Verifier(secret).verify(body, texts);
  } finally {
    now.mockRestore();
  }
}

/** Processes that share a database and a manual clock, and the instances whose lives they tell of. */
export class WebhookWorld {
  readonly clock = new ManualClock();
  readonly servers = new Servers();
  readonly warnings: string[] = [];
  readonly #processes: Webhooks[] = [];
  #seq = 0;

  constructor(readonly knex: Knex) {}

  /** A process. It queues and sends what {@link turn} lets it. */
  process(
    options: Partial<WebhooksOptions> = {},
    wrap: (store: WebhookStore) => WebhookStore = store => store,
  ): WebhookProcess {
    const stores = openStores(this.knex);
    const webhooks = new Webhooks({
      feed: stores.feed,
      webhooks: wrap(stores.webhooks),
      source: 'http://portal/api/orchestrator',
      clock: this.clock,
      random: () => 0,
      logger: {
        info: () => {},
        warn: message => this.warnings.push(message),
        error: message => this.warnings.push(message),
      },
      ...options,
    });
    this.#processes.push(webhooks);
    return new WebhookProcess(webhooks, stores, () => this.readable());
  }

  receiver(): Promise<Receiver> {
    return new Receiver().listen(this.servers, this.clock);
  }

  /** Lets something happen to an instance of a workflow. */
  async happen(type: string, data: object = {}, workflowId = 'hello') {
    const id = `of-${workflowId}`;
    const known = await this.knex('instances').where({ id }).first();
    if (!known) await this.#create(id, workflowId);
    this.#seq += 1;
    const time = this.clock.now();
    await this.knex('steps').insert({
      instance_id: id,
      first_seq: this.#seq + 1,
      last_seq: this.#seq + 1,
      time,
      entries: JSON.stringify([{ type, time, data }]),
    });
  }

  /** Waits for what needs no time of the clock, or only moments of it. */
  async until(what: string, condition: () => Promise<boolean> | boolean) {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (Date.now() < giveUpAt) {
      if (await condition()) return;
      await settle();
      await this.knex.raw('select 1');
    }
    throw new Error(
      `Waited in vain until ${what}: ${this.warnings.join('; ')}`,
    );
  }

  /** As if so much time had gone by that whoever sends something right now is taken for dead. */
  async forgetHolds() {
    await this.knex('webhook_deliveries').update({ held_until: 0 });
  }

  async end() {
    await Promise.all(this.#processes.map(one => one.stop(0)));
    this.servers.close();
  }

  /** The feed waits for whoever writes to the same server, in whichever of its databases. */
  readable() {
    const { feed } = openStores(this.knex);
    return this.until('the feed has all entries', async () => {
      const [{ count }] = await this.knex('log').count({ count: '*' });
      const { entries } = await feed.read({ after: '0', limit: 1000 });
      return entries.length === Number(count);
    });
  }

  #create(id: string, workflowId: string) {
    return openStores(this.knex).instances.create({
      id,
      workflowId,
      workflowVersion: '1.0.0',
      definitionHash: 'hash',
      behaviourVersion: 1,
      epoch: id,
      input: { value: {} },
      createdAt: this.clock.now(),
      payloads: [],
    });
  }
}

/** A process that queues and sends. */
export class WebhookProcess {
  /** Its worker. */
  readonly holder = randomUUID();
  #isWorker = false;

  constructor(
    readonly webhooks: Webhooks,
    private readonly stores: ReturnType<typeof openStores>,
    private readonly readable: () => Promise<void>,
  ) {}

  /** A webhook at a receiver, for all events of workflows unless it is told otherwise. */
  async create(
    { url }: { readonly url: string },
    events: readonly string[] = ['workflow.*'],
    workflowIds: readonly string[] = [],
  ) {
    await this.readable();
    const createdBy = 'user:default/ada';
    const { webhook, secret = '' } = await this.webhooks.registry.create({
      url,
      events,
      workflowIds,
      createdBy,
    });
    return { id: webhook.id, secret };
  }

  /** Queues what there is to queue, if that is up to it, and begins to send. */
  async turn() {
    await this.readable();
    const { duties } = this.stores;
    await this.#becomeWorker();
    for (;;) {
      const duty = { ...this.#duty, forMs: LEASE_MS };
      const held = await duties.hold(duty);
      if (!held) break;
      const more = await this.webhooks.queue(held, this.holder);
      if (more === undefined) break;
    }
    this.start();
  }

  /** Begins to send. */
  start() {
    this.webhooks.start(() => this.holder);
  }

  /** Leaves the duty to others. */
  async resign() {
    await this.stores.duties.release(this.#duty);
  }

  get #duty() {
    return { name: 'webhooks', holder: this.holder };
  }

  async #becomeWorker() {
    const { instances } = this.stores;
    if (this.#isWorker) return;
    this.#isWorker = true;
    await instances.registerWorker(this.holder, LEASE_MS);
  }
}
