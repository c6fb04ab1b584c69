import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuditorOfTests } from '../../../__testUtils__/AuditorOfTests';
import { PolicyOfTests } from '../../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestClient,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const decommission = (name: string, more: string) => `
document: { dsl: 1.0.3, namespace: default, name: ${name}, version: 1.0.0 }
do:
  - ask:
      call: approval
      with:
        title: \${ "Drop \\(.name)?" }
        approvers: [group:default/dba]
        ${more}
  - done: { set: { decision: '\${ .decision }', by: '\${ .by }' } }
`;

const ref = (name: string) => `user:default/${name}`;

describe.each(databases.eachSupportedId())('approvals on %s', databaseId => {
  let orchestrator: TestOrchestrator;
  const auditor = new AuditorOfTests();

  beforeAll(async () => {
    const policy = new PolicyOfTests();
    policy.grant(ref('ada'), { read: true, use: true });
    policy.grant(ref('admin'), { read: true, use: true, seeOthers: true });
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      permissions: policy,
      auditor,
      groups: {
        [ref('grace')]: ['group:default/dba'],
        [ref('joe')]: ['group:default/dba'],
        [ref('ada')]: ['group:default/dba'],
      },
      definitions: {
        'plain.yaml': decommission('plain', 'due: PT0.01S'),
        'form.yaml': decommission(
          'form',
          'form: { type: object, required: [ticket], properties: { ticket: { type: string } } }',
        ),
        'strict.yaml': decommission('strict', 'excludeInitiator: true'),
      },
    });
  });

  afterAll(() => orchestrator.stop());

  const as = (name: string): TestClient =>
    orchestrator.as(mockCredentials.user.header(ref(name)));

  async function asked(workflowId: string) {
    const { body: started } = await as('ada')
      .post(`/v2/workflows/${workflowId}/execute`, {
        inputData: { name: 'orders' },
        targetEntity: 'resource:default/orders',
      })
      .expect(200);
    for (;;) {
      const { body } = await as('ada').get(
        `/v2/approvals?instanceId=${started.id}`,
      );
      if (body.items.length > 0) return body.items[0];
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
  }

  const decide = (name: string, id: string, body: object) =>
    as(name).post(`/v2/approvals/${id}/decision`, body);

  async function ended(instanceId: string) {
    for (;;) {
      const { body } = await as('ada').get(`/v2/instances/${instanceId}`);
      if (body.endedAt) return body;
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
  }

  it('are shown to who is asked, who may not see the run', async () => {
    const approval = await asked('plain');
    expect(approval).toMatchObject({
      workflow: { id: 'plain', version: '1.0.0' },
      task: '/do/0/ask',
      initiator: ref('ada'),
      entityRef: 'resource:default/orders',
      title: 'Drop orders?',
      approvers: ['group:default/dba'],
      decisions: ['approve', 'reject'],
      status: 'pending',
    });
    const { body } = await as('grace').get(`/v2/approvals/${approval.id}`);
    expect(body).toMatchObject({ id: approval.id, mayDecide: true });
    await as('grace').get(`/v2/instances/${approval.instanceId}`).expect(403);
    await as('stranger').get(`/v2/approvals/${approval.id}`).expect(404);
    const listed = await as('stranger').get('/v2/approvals').expect(200);
    expect(listed.body.items).toEqual([]);
  });

  it('let the run go on as decided, and name who was faster', async () => {
    const { id, instanceId } = await asked('plain');
    const { body: decided } = await decide('grace', id, {
      decision: 'reject',
      comment: 'no backup',
    }).expect(200);
    expect(decided).toMatchObject({
      status: 'decided',
      decision: 'reject',
      mayDecide: false,
      votes: [{ by: ref('grace'), comment: 'no backup' }],
    });
    const { body: late } = await decide('joe', id, {
      decision: 'approve',
    }).expect(409);
    expect(late.error.message).toBe(
      `Approval ${id}: already decided by ${ref('grace')}: reject`,
    );
    const state = await ended(instanceId);
    expect(state.output).toEqual({
      value: { decision: 'reject', by: ref('grace') },
    });
  });

  it('are decided once when two decide at the same moment', async () => {
    const { id, instanceId } = await asked('plain');
    const answers = await Promise.all(
      ['grace', 'joe', 'ada'].map(name =>
        decide(name, id, { decision: 'approve' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const state = await ended(instanceId);
    const { votes } = (await as('ada').get(`/v2/approvals/${id}`)).body;
    expect(votes).toHaveLength(1);
    expect(state.output.value.by).toBe(votes[0].by);
  });

  it('count a decision once under one key', async () => {
    const { id } = await asked('plain');
    const send = () =>
      decide('grace', id, { decision: 'approve' }).set('Idempotency-Key', id);
    const first = await send().expect(200);
    const again = await send().expect(200);
    expect(again.body).toEqual(first.body);
    const { body } = await decide('grace', id, { decision: 'reject' })
      .set('Idempotency-Key', id)
      .expect(409);
    expect(body.error.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('refuse who is not asked, whatever they may do else', async () => {
    const { id } = await asked('plain');
    const { body: seen } = await as('admin').get(`/v2/approvals/${id}`);
    expect(seen.mayDecide).toBe(false);
    const { body } = await decide('admin', id, { decision: 'approve' }).expect(
      403,
    );
    expect(body.error.message).toContain('group:default/dba');
    await orchestrator
      .as(mockCredentials.service.header())
      .post(`/v2/approvals/${id}/decision`, { decision: 'approve' })
      .expect(403);
    await decide('stranger', id, { decision: 'approve' }).expect(404);
  });

  it('can be decided by who has started the run only where that is not excluded', async () => {
    const plain = await asked('plain');
    await decide('ada', plain.id, { decision: 'approve' }).expect(200);
    const strict = await asked('strict');
    expect(strict.mayDecide).toBe(false);
    const { body } = await decide('ada', strict.id, {
      decision: 'approve',
    }).expect(403);
    expect(body.error.message).toContain('by somebody else');
    const act = `/v2/instances/${strict.instanceId}/tasks/${encodeURIComponent(
      '/do/0/ask',
    )}`;
    await as('ada').post(`${act}/skip`).expect(409);
    await as('ada').post(`${act}/complete`, { output: {} }).expect(409);
    await decide('grace', strict.id, { decision: 'approve' }).expect(200);
  });

  it('name what does not fit the form', async () => {
    const { id, formSchema } = await asked('form');
    expect(formSchema).toMatchObject({ required: ['ticket'] });
    const faults = async (body: object) => {
      const answer = await decide('grace', id, body).expect(422);
      return answer.body.error.details;
    };
    expect(await faults({ decision: 'approve', data: {} })).toEqual([
      { pointer: '/data/ticket', message: 'is required' },
    ]);
    expect(await faults({ decision: 'maybe' })).toEqual([
      { pointer: '/decision', message: 'must be one of approve, reject' },
    ]);
    const data = { ticket: 'T-1' };
    await decide('grace', id, { decision: 'approve', data }).expect(200);
  });

  it('are listed page by page, mine and those of my groups, by status, workflow and lateness', async () => {
    const { id } = await asked('form');
    const ids = async (name: string, query: string) => {
      const { body } = await as(name).get(`/v2/approvals?${query}`).expect(200);
      return body.items.map((item: { id: string }) => item.id);
    };
    expect(await ids('grace', 'scope=groups&status=pending')).toContain(id);
    expect(await ids('grace', 'scope=mine')).toEqual([]);
    expect(await ids('admin', 'workflowId=form&status=pending')).toContain(id);
    expect(
      await ids('admin', 'entityRef=resource:default/orders&status=pending'),
    ).toContain(id);
    expect(await ids('grace', 'late=true')).not.toContain(id);
    const { id: late } = await asked('plain');
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
    expect(await ids('grace', 'late=true')).toContain(late);
    const whole = await ids('admin', 'limit=100');
    const pages: string[] = [];
    let query = 'limit=2';
    for (;;) {
      const { body } = await as('admin').get(`/v2/approvals?${query}`);
      pages.push(...body.items.map((item: { id: string }) => item.id));
      if (!body.next) break;
      query = `limit=2&cursor=${body.next}`;
    }
    expect(pages).toEqual(whole);
  });

  it('are told by the log, the progress and the auditor', async () => {
    const { id, instanceId } = await asked('plain');
    const { body: progress } = await as('ada').get(
      `/v2/instances/${instanceId}/progress`,
    );
    expect(progress.blockers).toMatchObject([
      {
        kind: 'approval',
        because: 'waiting for approval by group:default/dba',
      },
    ]);
    await decide('grace', id, { decision: 'approve' }).expect(200);
    await ended(instanceId);
    const { body: history } = await as('ada').get(
      `/v2/instances/${instanceId}/history`,
    );
    const told = history.items.filter(({ type }: { type: string }) =>
      type.startsWith('approval.'),
    );
    expect(told).toMatchObject([
      { type: 'approval.requested', data: { approvalId: id } },
      { type: 'approval.resolved', actor: { ref: ref('grace') } },
    ]);
    expect(auditor.notes).toContainEqual(
      expect.objectContaining({
        eventId: 'approval-decide',
        meta: expect.objectContaining({ approvalId: id, caller: ref('grace') }),
      }),
    );
  });
});
