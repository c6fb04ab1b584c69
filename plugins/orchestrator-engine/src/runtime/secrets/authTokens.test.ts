import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../../__testUtils__/TestBackend';
import type { EmbeddedRuntime } from '../EmbeddedRuntime';
import { SecretCipher } from './SecretCipher';

jest.setTimeout(180_000);

const newKey = () => randomBytes(32).toString('base64');
const key = newKey();
const token = 'ghp_the-token-of-ada';
const authTokens = { github: token };
const by = { actor: { kind: 'user', ref: 'user:default/ada' } } as const;

const named = 'use: { secrets: [authTokens] }\n';

const call = (name: string) =>
  `- ${name}: { call: http, with: { method: get, endpoint: http://x/${name}, headers: { authorization: '\${ "Bearer " + $secrets.authTokens.github }' } } }`;

const usingTwice = workflowText(
  `
  ${call('first')}
  - pause: { wait: PT1H }
  ${call('second')}
  - tell: { set: { told: '\${ $secrets.authTokens.github }' } }`,
  named,
);

describe.each(databaseIds)('tokens of callers, on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  let broken: Set<string>;
  const running: EmbeddedRuntime[] = [];

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
    broken = new Set();
  });

  afterEach(async () => {
    for (const runtime of running.splice(0)) await runtime.stop({ graceMs: 0 });
  });

  async function begin(...keys: string[]) {
    const process = new MortalStore();
    const backend = new TestBackend(
      knex,
      clock,
      uri => (broken.has(uri) ? { status: 503 } : { value: uri }),
      process.wrap,
    );
    const cipher = keys.length > 0 ? new SecretCipher(keys) : undefined;
    const runtime = await backend.begin({}, { cipher });
    running.push(runtime);
    return { backend, runtime, process };
  }

  /** Ends a process as a crash does: others take over what it owns. */
  async function crash({
    process,
    runtime,
  }: Awaited<ReturnType<typeof begin>>) {
    process.kill();
    void runtime.stop({ graceMs: 0 });
    running.splice(running.indexOf(runtime), 1);
    await knex('workers').update({ lease_until: 0 });
  }

  const start = (runtime: EmbeddedRuntime, tokens = authTokens) =>
    runtime.start({ workflowId: 'under-test', input: {}, authTokens: tokens });

  const kept = async (id: string) =>
    (await knex('instances').where({ id }).first())?.auth_tokens;

  /** What the calls were authorized with, by what they called. */
  const sent = ({ calls }: TestBackend) =>
    calls.calls.map(({ effect }) =>
      effect.kind === 'http' ? effect.headers?.authorization : undefined,
    );

  /** Everything that is in the database. */
  async function everything(): Promise<string> {
    const tables = ['instances', 'log', 'payloads', 'signals', 'inbox'];
    const rows = await Promise.all(tables.map(table => knex(table)));
    return JSON.stringify(rows);
  }

  it('are given to the calls of the workflow, and are nowhere in clear', async () => {
    const { backend, runtime } = await begin(key);
    await backend.publish(usingTwice);
    const id = await start(runtime);
    await backend.passUntilStatus(id, 'waiting');

    expect(sent(backend)).toEqual([`Bearer ${token}`]);
    expect(await kept(id)).toMatch(/^v1\./);
    expect(await everything()).not.toContain(token);

    await backend.pass(3_600_000);
    await backend.passUntilStatus(id, 'completed');
    const { output } = (await backend.reader.get(id)) ?? {};
    expect(output).toEqual({ value: { told: '***' } });
    expect(await everything()).not.toContain(token);
    expect(backend.warnings.join()).not.toContain(token);
  });

  it('outlive the process, and go to whichever takes the instance over', async () => {
    const first = await begin(key);
    await first.backend.publish(usingTwice);
    const id = await start(first.runtime);
    await first.backend.passUntilStatus(id, 'waiting');
    await crash(first);

    const second = await begin(key);
    await second.backend.pass(3_600_000);
    await second.backend.passUntilStatus(id, 'completed');
    expect(sent(second.backend)).toEqual([`Bearer ${token}`]);
  });

  it('are read after a rotation with the key that they were kept with', async () => {
    const first = await begin(key);
    await first.backend.publish(usingTwice);
    const id = await start(first.runtime);
    await first.backend.passUntilStatus(id, 'waiting');
    await crash(first);

    const second = await begin(newKey(), key);
    await second.backend.pass(3_600_000);
    await second.backend.passUntilStatus(id, 'completed');
    expect(sent(second.backend)).toEqual([`Bearer ${token}`]);
  });

  it.each<[string, (id: string) => Promise<string[]>, string]>([
    [
      'their key is configured no more',
      async () => [newKey()],
      'no longer configured',
    ],
    [
      'they were altered',
      async id => {
        const altered = `${(await kept(id)).slice(0, -4)}AAAA`;
        await knex('instances').where({ id }).update({ auth_tokens: altered });
        return [key];
      },
      'not as it was encrypted',
    ],
  ])(
    'set the instance aside when %s, and nothing is called without them',
    async (_, change, why) => {
      const first = await begin(key);
      await first.backend.publish(usingTwice);
      const id = await start(first.runtime);
      await first.backend.passUntilStatus(id, 'waiting');
      await crash(first);

      const second = await begin(...(await change(id)));
      await second.backend.pass(3_600_000);
      await second.backend.passUntilStatus(id, 'suspended');

      expect(sent(second.backend)).toEqual([]);
      const { because } = (await second.backend.reader.get(id)) ?? {};
      expect(because).toContain(why);
      expect(because).not.toContain(token);
    },
  );

  it('are dropped when the instance completes, fails, or is cancelled', async () => {
    const { backend, runtime } = await begin(key);
    await backend.publish(usingTwice);
    const completed = await start(runtime);
    await backend.passUntilStatus(completed, 'waiting');
    await backend.pass(3_600_000);
    await backend.passUntilStatus(completed, 'completed');

    broken.add('http://x/first');
    const failed = await start(runtime);
    await backend.passUntilStatus(failed, 'failed');
    broken.clear();
    const cancelled = await start(runtime);
    await backend.passUntilStatus(cancelled, 'waiting');
    await runtime.cancel(cancelled, by);
    await backend.passUntilStatus(cancelled, 'cancelled');

    expect(await Promise.all([completed, failed, cancelled].map(kept))).toEqual(
      ['dropped', 'dropped', 'dropped'],
    );
  });

  it('go with the instance when it is deleted', async () => {
    const { backend, runtime } = await begin(key);
    await backend.publish(usingTwice);
    const id = await start(runtime);
    await runtime.cancel(id, { ...by, force: true });
    await backend.passUntilStatus(id, 'cancelled');
    await backend.reader.deleteEnded(id);
    expect(await kept(id)).toBeUndefined();
  });

  it('are asked for again by a retry, which replaces them', async () => {
    const { backend, runtime } = await begin(key);
    await backend.publish(usingTwice);
    const id = await start(runtime);
    await backend.passUntilStatus(id, 'waiting');
    broken.add('http://x/second');
    await backend.pass(3_600_000);
    await backend.passUntilStatus(id, 'failed');
    broken.clear();

    await expect(runtime.retry(id, {}, by)).rejects.toMatchObject({
      code: 'AUTH_TOKENS_REQUIRED',
    });
    const other = 'ghp_another-token';
    await runtime.retry(id, { authTokens: { github: other } }, by);
    await backend.passUntilStatus(id, 'completed');

    expect(sent(backend).at(-1)).toBe(`Bearer ${other}`);
    expect(await everything()).not.toContain(other);
    expect(await kept(id)).toBe('dropped');
  });

  it('are those of the instance that has started a child', async () => {
    const { backend, runtime } = await begin(key);
    await backend.publish(workflowText(call('first'), named), 'child');
    await backend.publish(
      workflowText(
        `
        - delegate:
            run: { workflow: { namespace: default, name: child, version: '1.0.0' } }`,
        named,
      ),
    );
    const id = await start(runtime);
    await backend.passUntilStatus(id, 'completed');
    expect(sent(backend)).toEqual([`Bearer ${token}`]);
    expect(await everything()).not.toContain(token);
  });

  it('are refused where there is no key, before anything is started', async () => {
    const { backend, runtime } = await begin();
    await backend.publish(usingTwice);
    await expect(start(runtime)).rejects.toMatchObject({
      code: 'ENCRYPTION_KEY_MISSING',
      message: expect.stringContaining('orchestrator.encryptionKeys'),
    });
    expect(await knex('instances')).toEqual([]);
  });

  it('are not kept, and need no key, when the workflow does not name them', async () => {
    const { backend, runtime } = await begin();
    await backend.publish(workflowText('- a: { set: { b: 1 } }'));
    const id = await start(runtime);
    await backend.passUntilStatus(id, 'completed');
    expect(await kept(id)).toBeNull();
  });

  it('are missed by a workflow that was run without', async () => {
    const { backend, runtime } = await begin(key);
    await backend.publish(usingTwice);
    const id = await start(runtime, {} as typeof authTokens);
    await backend.passUntilStatus(id, 'failed');
    const { error } = (await backend.reader.get(id)) ?? {};
    expect(error).toMatchObject({
      type: expect.stringContaining('authorization'),
      detail: expect.stringContaining('run it with `authTokens`'),
    });
  });
});
