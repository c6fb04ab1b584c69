import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../lib/Failure.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { postgresPrograms, startPostgres } from '../lib/postgres.mjs';
import { faults } from './faults.mjs';
import { HookReceiver } from './HookReceiver.mjs';
import { Load } from './Load.mjs';
import { readRecords } from './readRecords.mjs';
import { Replicas } from './Replicas.mjs';
import { slowFsync } from './slowFsync.mjs';
import { StepsService } from './StepsService.mjs';
import { sweep } from './sweep.mjs';
import { TcpProxy } from './TcpProxy.mjs';

const require = createRequire(fromRoot('package.json'));
const createKnex = require('knex');

/** The database is away on purpose now and then. */
const silent = { warn() {}, error() {}, debug() {}, deprecate() {} };

/** How long all instances may take to end once nothing goes wrong any more. */
const settleWithinMs = 120_000;

/** How many instances a replica looks at in one question. */
const auditedAtOnce = 200;

/** For how long things are broken while what has ended is deleted. */
const sweptForSeconds = 2;

/** One scenario from its empty database to what its logs say. */
export class ScenarioRun {
  #scenario;
  #random;
  #folder = mkdtempSync(join(tmpdir(), 'portal-chaos-'));
  #steps;
  #hooks;
  #replicas;
  #postgres;
  #proxy;
  #knex;

  /** @param {object} scenario see scenarios.mjs @param {() => number} random */
  constructor(scenario, random) {
    this.#scenario = scenario;
    this.#random = random;
    this.#steps = new StepsService(random);
    this.#hooks = new HookReceiver(random);
    chmodSync(this.#folder, 0o755);
  }

  /**
   * @returns {Promise<object>} what {@link examine} takes but what is expected, and how many `kills`, `freezes`, `crashes` and `cuts` there were until all
   *   had ended
   */
  async run({ seconds, instances }) {
    await this.#startAll();
    const load = this.#load();
    const loading = load.run({
      perSecond: instances / seconds,
      limit: instances,
    });
    await Promise.all([loading, this.#breakThings(seconds)]);
    await this.#pauseSchedules();
    await this.#untilAllHaveEnded();
    const found = await this.#read();
    return {
      ...found,
      ...this.#faults(),
      accepted: [...load.accepted.values()],
      counted: load.votes,
      delivered: load.delivered,
      audited: await this.#audit(found.instances),
      leftBehind: await this.#sweep(),
    };
  }

  async #startAll() {
    const { name, replicas: count, skewsMs, doesTrim = true } = this.#scenario;
    const database = await this.#openDatabase();
    await this.#steps.start();
    await this.#hooks.start();
    this.#replicas = new Replicas({
      database,
      stepsUrl: this.#steps.url,
      skewsMs,
      doesTrim,
      logFile: fromRoot(`test-output/chaos/${name.replace(' ', '-')}.log`),
    });
    await this.#replicas.start(count);
    if (this.#hasUpkeep) await this.#createWebhook();
  }

  /** Whether schedules are kept, webhooks told, and what has ended deleted: by clocks that disagree by an hour none can be. */
  get #hasUpkeep() {
    return this.#scenario.skewsMs === undefined;
  }

  async #createWebhook() {
    const [url] = this.#replicas.urls;
    const response = await fetch(`${url}/webhook`, {
      method: 'POST',
      body: JSON.stringify({ url: this.#hooks.url }),
    });
    if (!response.ok) throw new Failure(await response.text());
  }

  #load() {
    const { name, workflows } = this.#scenario;
    return new Load({
      replicas: this.#replicas,
      random: this.#random,
      stepsUrl: this.#steps.url,
      scenario: name,
      workflows,
    });
  }

  async close() {
    await this.#replicas?.stop();
    await this.#knex?.destroy();
    this.#proxy?.stop();
    await this.#postgres?.stop();
    this.#steps.stop();
    this.#hooks.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #openDatabase() {
    if (this.#scenario.database === 'sqlite') {
      const filename = join(this.#folder, 'chaos.sqlite');
      this.#knex = createKnex({
        client: 'better-sqlite3',
        connection: { filename },
        useNullAsDefault: true,
      });
      return filename;
    }
    this.#postgres = await startDurablePostgres(this.#scenario, this.#folder);
    const url = `${this.#postgres.url}/postgres`;
    this.#knex = createKnex({ client: 'pg', connection: url, log: silent });
    if (!this.#scenario.hasProxy) return url;
    this.#proxy = new TcpProxy(this.#postgres.port);
    await this.#proxy.start();
    return `postgresql://postgres@127.0.0.1:${this.#proxy.port}/postgres`;
  }

  async #breakThings(seconds) {
    const fault = faults[this.#scenario.fault];
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      await fault({
        replicas: this.#replicas,
        postgres: this.#postgres,
        proxy: this.#proxy,
        random: this.#random,
      });
    }
  }

  /** What is just being started is noted soon after. */
  async #pauseSchedules() {
    await this.#ask(knex => knex('schedules').update({ is_paused: true }));
    await this.#replicas.ready();
    const giveUpAt = Date.now() + settleWithinMs;
    do {
      await sleep(1_000);
    } while (Date.now() < giveUpAt && (await this.#isStartingBySchedule()));
  }

  async #isStartingBySchedule() {
    const pending = await this.#ask(knex =>
      knex('schedules').whereNotNull('pending'),
    );
    return pending.length > 0;
  }

  /** Instances and jobs, and of each instance its end is told. */
  async #untilAllHaveEnded() {
    const deadline = Date.now() + settleWithinMs;
    while (Date.now() < deadline) {
      const isOver = (await this.#hasEnded()) && (await this.#isTold());
      if (isOver) return;
      await sleep(200);
    }
  }

  async #hasEnded() {
    const isOpen = (table, ends) =>
      this.#ask(knex => knex(table).whereNotIn('status', ends).limit(1));
    const open = await Promise.all([
      isOpen('instances', ['completed', 'cancelled']),
      isOpen('jobs', ['completed']),
    ]);
    return open.flat().length === 0;
  }

  async #isTold() {
    if (!this.#hasUpkeep) return true;
    const told = new Set(this.#hooks.received.map(one => one.instanceId));
    const rows = await this.#ask(knex => knex('instances').select('id'));
    return rows.every(({ id }) => told.has(id));
  }

  async #read() {
    return {
      ...(await readRecords(question => this.#ask(question))),
      executions: this.#steps.executions,
      told: this.#hasUpkeep ? this.#hooks.received : undefined,
    };
  }

  /** How often what was broken so far, and when it was so that calls may have to be made again: no connection is their own. */
  #faults() {
    const { kills, freezes } = this.#replicas;
    const crashedAt = this.#postgres?.crashedAt ?? [];
    const crashes = crashedAt.map(at => ({ from: at, to: at }));
    return {
      kills: kills.length,
      freezes: freezes.length,
      crashes: crashes.length,
      cuts: this.#proxy?.cuts ?? 0,
      faults: [...kills, ...freezes, ...crashes],
    };
  }

  /** Deletes what has ended, while things break once more. */
  async #sweep() {
    if (!this.#hasUpkeep) return [];
    return sweep({
      replicas: this.#replicas,
      ask: question => this.#ask(question),
      breakThings: () => this.#breakThings(sweptForSeconds),
    });
  }

  /** What the engine itself finds wrong with instances; any replica that answers. */
  async #audit(instances) {
    const found = [];
    await this.#replicas.ready();
    for (let at = 0; at < instances.length; at += auditedAtOnce) {
      const ids = instances.slice(at, at + auditedAtOnce).map(({ id }) => id);
      const [url] = this.#replicas.urls;
      const response = await fetch(`${url}/audit`, {
        method: 'POST',
        body: JSON.stringify({ ids }),
      });
      const answer = await response.json();
      found.push(...(response.ok ? answer : [`no audit: ${answer.error}`]));
    }
    return found;
  }

  /** The database may just be recovering. */
  async #ask(question) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await question(this.#knex);
      } catch (error) {
        if (tries >= 60) throw error;
        await sleep(500);
      }
    }
  }
}

async function startDurablePostgres({ slowFsyncMs }, folder) {
  const programs = postgresPrograms();
  if (!programs) {
    throw new Failure('there is no Postgres: apt-get install postgresql');
  }
  const slowness = slowFsyncMs && slowFsync(folder, slowFsyncMs);
  if (slowFsyncMs && !slowness) {
    throw new Failure('there is no C compiler to slow the disk down with');
  }
  return startPostgres(programs, { isDurable: true, env: () => slowness });
}
