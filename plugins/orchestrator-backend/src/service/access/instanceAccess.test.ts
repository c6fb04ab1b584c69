import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { PermissionCondition } from '@backstage/plugin-permission-common';
import { hello, patient } from '../../__testUtils__/definitions';
import { openStream } from '../../__testUtils__/openStream';
import { PolicyOfTests, type Grants } from '../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import { orchestratorInstanceConditions } from './instancePermissionRules';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const ada = 'user:default/ada';
const bob = 'user:default/bob';
const team = 'group:default/payments-team';
const payments = 'component:default/payments';
const shop = 'component:default/shop';

const { isInitiator, isOwnerOfEntity, hasWorkflowId } =
  orchestratorInstanceConditions;

const ownedBy = (...claims: string[]) => isOwnerOfEntity({ claims });

function component(name: string, owner: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

describe.each(databases.eachSupportedId())(
  'access to instances by what the policy says of them, on %s',
  databaseId => {
    const policy = new PolicyOfTests();
    let orchestrator: TestOrchestrator;

    beforeAll(async () => {
      orchestrator = await startOrchestrator({
        knex: await databases.init(databaseId),
        permissions: policy,
        definitions: { 'hello.yaml': hello, 'patient.yaml': patient },
        entities: [component('payments', team), component('shop', ada)],
      });
      policy.grant(ada, { read: true, use: true });
    });

    afterAll(() => orchestrator.stop());

    const as = (ref: string) =>
      orchestrator.as(mockCredentials.user.header(ref));

    const letBob = (grants: Grants) =>
      policy.grant(bob, { read: true, use: true, ...grants });

    async function start(
      ref: string,
      targetEntity?: string,
      workflowId = 'patient',
    ): Promise<string> {
      const inputData =
        workflowId === 'patient' ? { span: 'PT1H' } : { name: 'x' };
      const { body } = await as(ref)
        .post(`/v2/workflows/${workflowId}/execute`, {
          inputData,
          targetEntity,
        })
        .expect(200);
      return body.id;
    }

    async function seenByBob(ids: readonly string[]) {
      const { body: page } = await as(bob).get('/v2/instances?limit=200');
      const listed: string[] = page.items.map(({ id }: { id: string }) => id);
      return Promise.all(
        ids.map(async id => {
          const { status } = await as(bob).get(`/v2/instances/${id}`);
          expect(listed.includes(id)).toBe(status === 200);
          return status === 200;
        }),
      );
    }

    it.each<[string, Grants['readInstances'], readonly boolean[]]>([
      ['nothing of others’', false, [false, false, false, false, true]],
      ['everything', true, [true, true, true, true, true]],
      [
        'for entities of a claim',
        ownedBy(team),
        [true, false, false, false, true],
      ],
      [
        'for an entity that is a claim',
        ownedBy(shop),
        [false, true, false, false, true],
      ],
      [
        'of a workflow',
        hasWorkflowId({ workflowIds: ['hello'] }),
        [false, false, true, false, true],
      ],
      [
        'of an initiator',
        isInitiator({ claims: [ada] }),
        [true, true, true, true, true],
      ],
      [
        'for all entities but those of a claim',
        { not: ownedBy(team) },
        [false, true, true, true, true],
      ],
      [
        'that meet several conditions',
        {
          allOf: [
            isInitiator({ claims: [ada] }),
            { anyOf: [ownedBy(team), ownedBy(ada)] },
          ],
        },
        [true, true, false, false, true],
      ],
      ['when nobody is named', ownedBy(), [false, false, false, false, true]],
    ])(
      'shows %s, and one’s own, one by one as in lists',
      async (_, readInstances, expected) => {
        letBob({ readInstances });
        const ids = [
          await start(ada, payments),
          await start(ada, shop),
          await start(ada, undefined, 'hello'),
          await start(ada),
          await start(bob),
        ];
        expect(await seenByBob(ids)).toEqual(expected);
      },
    );

    it('does not show what is of a workflow that one may not read', async () => {
      const id = await start(ada, payments);
      letBob({ read: ['hello'], readInstances: true, actOnInstances: true });
      expect(await seenByBob([id])).toEqual([false]);
    });

    it('lets who sees an instance act on it only with orchestrator.instance.act', async () => {
      const id = await start(ada, payments);
      const suspend = () => as(bob).post(`/v2/instances/${id}/suspend`);

      letBob({ readInstances: ownedBy(team) });
      const refused = await suspend();
      letBob({ readInstances: ownedBy(team), actOnInstances: ownedBy(team) });
      const done = await suspend();

      expect([refused.status, refused.body.error.message]).toEqual([
        403,
        `You need the permission orchestrator.instance.act for the instance "${id}"`,
      ]);
      expect(done.status).toBe(202);
    });

    it('does not let one act on what one does not see, or with a workflow that one may not use', async () => {
      const id = await start(ada, payments);
      const cancel = () => as(bob).post(`/v2/instances/${id}/cancel`);

      letBob({ actOnInstances: true });
      expect((await cancel()).status).toBe(404);
      letBob({ use: ['hello'], readInstances: true, actOnInstances: true });
      expect((await cancel()).status).toBe(403);
      letBob({ use: ['hello'], seeOthers: true });
      expect((await cancel()).status).toBe(403);
    });

    it('counts in the figures of workflows what one sees', async () => {
      await start(ada, payments);
      const countFor = async (grants: Grants) => {
        letBob(grants);
        const { body } = await as(bob).get('/v2/workflows/patient/overview');
        return body.workflowRunStats?.totalCount ?? 0;
      };
      const own = await countFor({});
      expect(await countFor({ readInstances: ownedBy(team) })).toBeGreaterThan(
        own,
      );
    });

    it('streams what one sees, and nothing else', async () => {
      letBob({ readInstances: ownedBy(team) });
      const stream = await openStream(`${orchestrator.url}/v2/events/stream`, {
        Authorization: mockCredentials.user.header(bob),
      });
      await stream.take(1);
      const hidden = await start(ada, shop, 'hello');
      const shown = await start(ada, payments, 'hello');
      const told = await stream.takeUntil(
        ({ event, data }) =>
          event === 'instance.completed' && data.instanceId === shown,
      );
      stream.close();

      expect(JSON.stringify(told)).not.toContain(hidden);
      const one = await openStream(
        `${orchestrator.url}/v2/instances/${hidden}/events/stream`,
        { Authorization: mockCredentials.user.header(bob) },
      );
      expect(one.response.status).toBe(404);
    });

    it.each<[string, PermissionCondition, string]>([
      ['who started it', isInitiator({ claims: [ada] }), 'ALLOW'],
      ['who did not', isInitiator({ claims: [bob] }), 'DENY'],
      ['who owns its entity', ownedBy(bob, team), 'ALLOW'],
      ['who does not', ownedBy(bob), 'DENY'],
      ['its workflow', hasWorkflowId({ workflowIds: ['patient'] }), 'ALLOW'],
    ])('lets the portal ask about %s', async (_, conditions, result) => {
      const resourceRef = await start(ada, payments);
      const { body } = await orchestrator
        .as(mockCredentials.service.header())
        .post('/.well-known/backstage/permissions/apply-conditions', {
          items: [
            {
              id: '1',
              resourceRef,
              resourceType: 'orchestrator-instance',
              conditions,
            },
          ],
        });
      expect(body.items).toEqual([{ id: '1', result }]);
    });
  },
);
