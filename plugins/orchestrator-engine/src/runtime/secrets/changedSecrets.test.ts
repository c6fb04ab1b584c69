import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../../__testUtils__/TestBackend';
import type { EmbeddedRuntime } from '../EmbeddedRuntime';
import type { SecretValues } from './SecretSource';

jest.setTimeout(180_000);

const by = { actor: { kind: 'user', ref: 'user:default/ada' } } as const;
const named = 'use: { secrets: [key] }\n';
const former = 'the-former-key';
const present = 'the-present-key';

const using = workflowText(
  `
  - first: { call: http, with: { method: get, endpoint: http://x/first, headers: { key: '\${ $secrets.key }' } } }
  - keep: { set: { key: '\${ $secrets.key }' } }
  - pause: { wait: PT1H }
  - second: { call: http, with: { method: get, endpoint: http://x/second, headers: { key: '\${ .key }' } } }
  - tell: { set: { told: '\${ $secrets.key }' } }`,
  named,
);

const deciding = workflowText(
  `
  - choose:
      switch:
        - old: { when: '$secrets.key == "${former}"', then: pause }
        - other: { then: end }
  - pause: { wait: PT1H }
  - after: { call: http, with: { method: get, endpoint: http://x/after } }`,
  named,
);

describe.each(databaseIds)(
  'a secret that is changed while a run waits, on %s',
  databaseId => {
    let knex: Knex;
    let clock: ManualClock;
    let backend: TestBackend;
    let runtime: EmbeddedRuntime;
    let process: MortalStore;
    let secrets: () => Promise<SecretValues>;

    beforeEach(async () => {
      knex = await migratedDatabase(databaseId);
      clock = new ManualClock();
      secrets = async () => ({ key: former });
      await begin();
    });

    afterEach(() => runtime.stop({ graceMs: 0 }));

    async function begin() {
      process = new MortalStore();
      const answer = (uri: string) => ({ value: uri });
      backend = new TestBackend(knex, clock, answer, process.wrap);
      const source = { secretsFor: () => secrets() };
      runtime = await backend.begin({}, { secrets: source });
    }

    /** The process dies while the instance waits; the next one finds other secrets. */
    async function waitAndChange(
      definition: string,
      changed: () => Promise<SecretValues>,
    ): Promise<string> {
      await backend.publish(definition);
      const id = await runtime.start({ workflowId: 'under-test', input: {} });
      await backend.passUntilStatus(id, 'waiting');
      process.kill();
      void runtime.stop({ graceMs: 0 });
      await knex('workers').update({ lease_until: 0 });
      secrets = changed;
      await begin();
      return id;
    }

    const keysSent = () =>
      backend.calls.calls.map(({ effect }) =>
        effect.kind === 'http' ? effect.headers.key : undefined,
      );

    it('is the present one in the calls that follow; none is repeated, and neither is in the log', async () => {
      const id = await waitAndChange(using, async () => ({ key: present }));
      await backend.pass(3_600_000);
      await backend.passUntilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual(['GET http://x/second']);
      expect(keysSent()).toEqual([present]);
      const log = JSON.stringify(await backend.store.loadLog(id));
      expect(log).not.toContain(former);
      expect(log).not.toContain(present);
    });

    it.each<[string, () => Promise<SecretValues>]>([
      ['another one', async () => ({ key: present })],
      ['gone', async () => ({})],
    ])(
      'is %s, on which a decision depends: the instance is set aside, and goes on with the former one',
      async (_, changed) => {
        const id = await waitAndChange(deciding, changed);
        await backend.pass(3_600_000);
        await backend.passUntilStatus(id, 'suspended');
        const { because } = (await backend.reader.get(id))!;
        expect(because).toMatch(/^Recorded is .* the interpreter now/);
        expect(because).toContain('uses secrets (key)');
        expect(because).not.toMatch(/the-(former|present)-key/);

        secrets = async () => ({ key: former });
        await runtime.resume(id, by);
        await backend.passUntilStatus(id, 'completed');
        expect(backend.calls.targets).toEqual(['GET http://x/after']);
      },
    );

    it('cannot be read for a while: the instance goes on once it can, however long that takes', async () => {
      const id = await waitAndChange(using, async () => {
        throw new Error('the vault is sealed');
      });
      await backend.pass(3_600_000);
      await backend.until('it was tried often', () => {
        clock.advance(1_000);
        return backend.warnings.length > 10;
      });
      expect(backend.warnings[0]).toBe(
        'The instance could not be run: The secrets of workflow under-test cannot be read now: the vault is sealed',
      );
      expect(await backend.reader.get(id)).toMatchObject({ status: 'waiting' });
      secrets = async () => ({ key: present });
      await backend.passUntilStatus(id, 'completed');
      expect(keysSent()).toEqual([present]);
    });
  },
);
