import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuditorOfTests } from '../../__testUtils__/AuditorOfTests';
import { hello, large, patient } from '../../__testUtils__/definitions';
import { PolicyOfTests } from '../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const ada = 'user:default/ada';
const bob = 'user:default/bob';

describe.each(databases.eachSupportedId())('access on %s', databaseId => {
  const policy = new PolicyOfTests();
  const auditor = new AuditorOfTests();
  let orchestrator: TestOrchestrator;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      permissions: policy,
      auditor,
      definitions: {
        'hello.yaml': hello,
        'patient.yaml': patient,
        'large.yaml': large,
      },
    });
  });

  beforeEach(() => {
    policy.grant(ada, { read: true, use: true });
    policy.grant(bob, { read: true, use: true });
    auditor.notes.length = 0;
  });

  afterAll(() => orchestrator.stop());

  const as = (ref: string) => orchestrator.as(mockCredentials.user.header(ref));
  const service = () => orchestrator.as(mockCredentials.service.header());

  async function runAs(ref: string, workflowId = 'large') {
    const answer = await as(ref).post(
      `/v2/workflows/${workflowId}/execute`,
      workflowId === 'patient' ? { inputData: { span: 'PT1H' } } : {},
    );
    expect(answer.status).toBe(200);
    return answer.body.id as string;
  }

  async function listedTo(ref: string) {
    const { body } = await as(ref).post('/v2/workflows/instances', {});
    return {
      ids: body.items.map(({ id }: { id: string }) => id) as string[],
      total: body.totalCount as number,
    };
  }

  const onInstances = [
    ['get', (id: string) => `/v2/instances/${id}`],
    ['get', (id: string) => `/v2/instances/${id}/history`],
    ['get', (id: string) => `/v2/instances/${id}/payloads/x`],
    ['get', (id: string) => `/v2/instances/${id}/events/stream`],
    ['get', (id: string) => `/v2/workflows/instances/${id}`],
    ['get', (id: string) => `/v2/workflows/instances/${id}/logs`],
    ['delete', (id: string) => `/v2/workflows/instances/${id}/abort`],
    ['post', (id: string) => `/v2/workflows/patient/${id}/retrigger`],
    [
      'get',
      (id: string) => `/v2/workflows/patient/inputSchema?instanceId=${id}`,
    ],
    ['delete', (id: string) => `/v2/instances/${id}`],
    ['get', (id: string) => `/v2/instances/${id}/logs`],
    ['get', (id: string) => `/v2/instances/${id}/progress`],
    ['get', (id: string) => `/v2/instances/${id}/tasks`],
    ['get', (id: string) => `/v2/instances/${id}/tasks/%2Fdo%2F0%2Fpause`],
    ['get', (id: string) => `/v2/instances/${id}/tasks/x/history`],
    ['get', (id: string) => `/v2/instances/${id}/stages/1/history`],
    ['post', (id: string) => `/v2/instances/${id}/suspend`],
    ['post', (id: string) => `/v2/instances/${id}/resume`],
    ['post', (id: string) => `/v2/instances/${id}/cancel`],
    ['post', (id: string) => `/v2/instances/${id}/retry`],
    ['post', (id: string) => `/v2/instances/${id}/rerun`],
    ['post', (id: string) => `/v2/instances/${id}/tasks/x/skip`],
    ['post', (id: string) => `/v2/instances/${id}/tasks/x/retry`],
    ['post', (id: string) => `/v2/instances/${id}/tasks/x/fail`],
  ] as const;

  const onWorkflows = [
    ['get', '/v2/workflows/hello'],
    ['get', '/v2/workflows/hello/overview'],
    ['get', '/v2/workflows/hello/source'],
    ['get', '/v2/workflows/hello/inputSchema'],
    ['get', '/v2/workflows/hello/pingWorkflowService'],
    ['post', '/v2/workflows/hello/instances'],
    ['post', '/v2/workflows/hello/execute'],
    ['get', '/v2/workflows/hello/versions'],
    ['get', '/v2/workflows/hello/graph'],
    ['post', '/v2/workflows/hello/dryRun'],
    ['delete', '/v2/workflows/hello'],
  ] as const;

  describe('to the runs of others', () => {
    it.each(onInstances)('is as to nothing: %s %s', async (method, path) => {
      const id = await runAs(ada, 'patient');

      const { status, body } = await as(bob)[method](path(id));

      expect(status).toBe(404);
      expect(body.error).toEqual({
        name: 'NotFoundError',
        code: 'INSTANCE_NOT_FOUND',
        message: `There is no instance "${id}" that you may see`,
      });
    });

    it('does not let one compare them', async () => {
      const id = await runAs(ada, 'patient');
      const path = `/v2/instances/compare?a=${id}&b=${id}`;
      expect((await as(bob).get(path)).status).toBe(404);
    });

    it('does not let one abort them', async () => {
      const id = await runAs(ada, 'patient');

      await as(bob).delete(`/v2/workflows/instances/${id}/abort`).expect(404);

      const { body } = await as(ada).get(`/v2/instances/${id}`);
      expect(body.status).not.toBe('cancelled');
    });

    it('leaves them out of lists, counts and figures', async () => {
      const id = await runAs(ada, 'hello').catch(() => runAs(ada));
      const overview = async (ref: string) =>
        (await as(ref).get('/v2/workflows/large/overview')).body;

      const { ids, total } = await listedTo(bob);

      expect(ids).not.toContain(id);
      expect(total).toBe(ids.length);
      expect((await overview(ada)).workflowRunStats).toBeDefined();
      expect((await overview(bob)).workflowRunStats).toBeUndefined();
      expect((await overview(bob)).lastRunId).toBeUndefined();
    });

    it('is given by orchestrator.instanceAdminView', async () => {
      policy.grant(bob, { read: true, use: true, seeOthers: true });
      const id = await runAs(ada);

      await as(bob).get(`/v2/instances/${id}`).expect(200);
      expect((await listedTo(bob)).ids).toContain(id);
    });

    it('is given to services', async () => {
      const id = await runAs(ada);

      const { status } = await service().get(`/v2/instances/${id}`);

      expect(status).toBe(200);
    });
  });

  describe('to one’s own runs', () => {
    it('is given', async () => {
      const id = await runAs(bob);

      await as(bob).get(`/v2/instances/${id}`).expect(200);
      expect((await listedTo(bob)).ids).toContain(id);
    });

    it('ends with the access to their workflow', async () => {
      const id = await runAs(bob, 'patient');
      policy.grant(bob, { read: ['hello'], use: true });

      await as(bob).get(`/v2/instances/${id}`).expect(404);
      await as(bob).delete(`/v2/workflows/instances/${id}/abort`).expect(404);
      expect((await listedTo(bob)).ids).not.toContain(id);
    });

    it('does not let one abort them without orchestrator.workflow.use', async () => {
      const id = await runAs(bob, 'patient');
      policy.grant(bob, { read: true, use: ['hello'] });

      const { status, body } = await as(bob).delete(
        `/v2/workflows/instances/${id}/abort`,
      );

      expect(status).toBe(403);
      expect(body.error).toEqual({
        name: 'NotAllowedError',
        code: 'FORBIDDEN',
        message:
          'You need the permission orchestrator.workflow.use for the workflow "patient"',
      });
    });
  });

  describe('to some workflows', () => {
    beforeEach(() => policy.grant(bob, { read: ['large'], use: ['large'] }));

    it.each(onWorkflows)('hides the others: %s %s', async (method, path) => {
      const { status, body } = await as(bob)[method](path);

      expect([status, body.error.code]).toEqual([404, 'WORKFLOW_NOT_FOUND']);
    });

    it('lists no others', async () => {
      const { body } = await as(bob).post('/v2/workflows/overview', {});
      const forEntity = await as(bob).post('/v2/workflows/overview/entity', {
        annotationWorkflowIds: ['hello', 'large'],
      });

      expect(body.overviews).toMatchObject([{ workflowId: 'large' }]);
      expect(forEntity.body.overviews).toMatchObject([{ workflowId: 'large' }]);
    });

    it('lets one run them', async () => {
      await expect(runAs(bob, 'large')).resolves.toEqual(expect.any(String));
    });

    it('tells who may read a workflow which permission it takes to run it', async () => {
      policy.grant(bob, { read: true, use: ['large'] });

      const { status, body } = await as(bob).post(
        '/v2/workflows/hello/execute',
        {},
      );

      expect(status).toBe(403);
      expect(body.error.message).toContain('orchestrator.workflow.use');
    });
  });

  describe('to nothing', () => {
    beforeEach(() => policy.grant(bob, {}));

    it.each([
      ...onWorkflows,
      ['post', '/v2/workflows/overview'],
      ['post', '/v2/workflows/overview/entity'],
      ['post', '/v2/workflows/instances'],
      ['get', '/v2/instances/any'],
      ['get', '/v2/workflows/instances/statuses'],
    ] as const)('is forbidden by name: %s %s', async (method, path) => {
      const { status, body } = await as(bob)[method](path);

      expect([status, body.error.code]).toEqual([403, 'FORBIDDEN']);
      expect(body.error.message).toMatch(/permission orchestrator\.workflow/);
    });
  });

  describe('without credentials', () => {
    it.each([
      ...onWorkflows,
      ...onInstances.map(([method, path]) => [method, path('x')] as const),
      ['post', '/v2/workflows/overview'],
      ['post', '/v2/workflows/instances'],
      ['get', '/v2/workflows/instances/statuses'],
    ] as const)('is refused: %s %s', async (method, path) => {
      const nobody = orchestrator.as(mockCredentials.none.header());

      const { status, body } = await nobody[method](path);

      expect(status).toBe(401);
      expect(body.error.name).toBe('AuthenticationError');
    });
  });

  describe('is audited', () => {
    it('when something is run', async () => {
      const instanceId = await runAs(ada);

      expect(auditor.notes).toEqual([
        {
          eventId: 'workflow-execute',
          outcome: 'success',
          meta: { caller: ada, workflowId: 'large', instanceId },
        },
      ]);
    });

    it('when something is aborted', async () => {
      const instanceId = await runAs(ada, 'patient');
      auditor.notes.length = 0;

      await as(ada).delete(`/v2/workflows/instances/${instanceId}/abort`);

      expect(auditor.notes).toEqual([
        {
          eventId: 'instance-abort',
          outcome: 'success',
          meta: { caller: ada, instanceId },
        },
      ]);
    });

    it('when running fails, without the input', async () => {
      await as(ada)
        .post('/v2/workflows/hello/execute', { inputData: { name: 4711 } })
        .expect(422);

      expect(auditor.notes).toMatchObject([
        { eventId: 'workflow-execute', outcome: expect.stringMatching(/name/) },
      ]);
      expect(JSON.stringify(auditor.notes)).not.toContain('4711');
    });

    it.each(onInstances)('when it is hidden: %s %s', async (method, path) => {
      const instanceId = await runAs(ada, 'patient');
      auditor.notes.length = 0;

      await as(bob)[method](path(instanceId)).expect(404);

      expect(auditor.notes).toEqual([
        {
          eventId: expect.stringMatching(/^instance-/),
          outcome: `There is no instance "${instanceId}" that you may see`,
          meta: expect.objectContaining({ caller: bob, instanceId }),
        },
      ]);
    });

    it('not when something is read that may be read', async () => {
      const id = await runAs(ada);
      auditor.notes.length = 0;

      await as(ada).get(`/v2/instances/${id}`).expect(200);
      await as(ada).get(`/v2/instances/none`).expect(404);

      expect(auditor.notes).toEqual([]);
    });
  });

  describe('to what workflows are', () => {
    it('needs orchestrator.workflow.manage, and is noted', async () => {
      const patch = () => as(ada).patch('/v2/workflows/hello', { title: 'Hi' });

      const refused = await patch();
      policy.grant(ada, { read: true, use: true, manage: true });
      const done = await patch();

      expect([refused.status, refused.body.error.message]).toEqual([
        403,
        'You need the permission orchestrator.workflow.manage',
      ]);
      expect(done.status).toBe(200);
      expect(
        auditor.notes.filter(one => one.eventId === 'workflow-configure'),
      ).toMatchObject([
        { outcome: expect.stringContaining('manage') },
        { outcome: 'success', meta: { workflowId: 'hello', caller: ada } },
      ]);
    });

    it('leaves out of lists what one may not read', async () => {
      policy.grant(bob, { read: ['hello'] });
      const { body } = await as(bob).get('/v2/workflows');
      expect(
        body.items.map((one: { workflowId: string }) => one.workflowId),
      ).toEqual(['hello']);
    });
  });

  describe('is offered to the policies of the portal', () => {
    const wellKnown = '/.well-known/backstage/permissions';

    it('with all permissions, and a rule with its parameters', async () => {
      const { body } = await service().get(`${wellKnown}/metadata`);

      expect(
        body.permissions.map(({ name }: { name: string }) => name).sort(),
      ).toEqual([
        'orchestrator.instance.act',
        'orchestrator.instance.read',
        'orchestrator.instanceAdminView',
        'orchestrator.workflow',
        'orchestrator.workflow.manage',
        'orchestrator.workflow.use',
        'orchestrator.workflowAdminView',
      ]);
      expect(body.rules).toMatchObject([
        {
          name: 'IS_ALLOWED_WORKFLOW_ID',
          resourceType: 'orchestrator-workflow',
          paramsSchema: { required: ['workflowIds'] },
        },
        {
          name: 'IS_INITIATOR',
          resourceType: 'orchestrator-instance',
          paramsSchema: { required: ['claims'] },
        },
        {
          name: 'IS_OWNER_OF_ENTITY',
          resourceType: 'orchestrator-instance',
          paramsSchema: { required: ['claims'] },
        },
        {
          name: 'HAS_WORKFLOW_ID',
          resourceType: 'orchestrator-instance',
          paramsSchema: { required: ['workflowIds'] },
        },
      ]);
    });

    it.each([
      ['hello', 'ALLOW'],
      ['large', 'DENY'],
      ['nowhere', 'DENY'],
    ])('which can ask about %s: %s', async (workflowId, result) => {
      const { body } = await service().post(`${wellKnown}/apply-conditions`, {
        items: [
          {
            id: '1',
            resourceRef: workflowId,
            resourceType: 'orchestrator-workflow',
            conditions: {
              rule: 'IS_ALLOWED_WORKFLOW_ID',
              resourceType: 'orchestrator-workflow',
              params: { workflowIds: ['hello', 'nowhere'] },
            },
          },
        ],
      });

      expect(body.items).toEqual([{ id: '1', result }]);
    });
  });
});
