import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuditorOfTests } from '../../../__testUtils__/AuditorOfTests';
import { patient } from '../../../__testUtils__/definitions';
import { PolicyOfTests } from '../../../__testUtils__/PolicyOfTests';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_16', 'POSTGRES_17', 'POSTGRES_18'],
});

const ada = 'user:default/ada';
const bob = 'user:default/bob';

describe.each(databases.eachSupportedId())('jobs on %s', databaseId => {
  const policy = new PolicyOfTests();
  const auditor = new AuditorOfTests();
  let orchestrator: TestOrchestrator;
  let nth = 0;

  beforeAll(async () => {
    orchestrator = await startOrchestrator({
      knex: await databases.init(databaseId),
      permissions: policy,
      auditor,
      definitions: { 'patient.yaml': patient },
    });
  });

  beforeEach(() => {
    policy.grant(ada, { read: true, use: true });
    policy.grant(bob, { read: true, use: true });
    auditor.notes.length = 0;
    nth += 1;
  });

  afterAll(() => orchestrator.stop());

  const as = (ref: string) => orchestrator.as(mockCredentials.user.header(ref));

  /** Instances of this test. */
  const ours = () => ({ businessKey: `batch-${nth}` });

  async function runAs(ref: string, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let one = 0; one < count; one += 1) {
      const { status, body } = await as(ref).post(
        '/v2/workflows/patient/execute',
        { inputData: { span: 'PT1H' }, ...ours() },
      );
      expect(status).toBe(200);
      ids.push(body.id);
    }
    return ids;
  }

  async function ended(jobId: string, ref = ada, query = '') {
    for (;;) {
      const answer = await as(ref).get(`/v2/jobs/${jobId}${query}`);
      expect(answer.status).toBe(200);
      if (answer.body.endedAt) return answer.body;
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  it('tell what became of each instance, as the preview has said', async () => {
    const ids = await runAs(ada, 3);
    await as(ada).post(`/v2/instances/${ids[0]}/suspend`);
    const body = { action: 'resume', reason: 'enough', query: ours() };
    await untilStatus(ids[0], 'suspended');

    const preview = await as(ada).post('/v2/instances/bulk/preview', body);
    expect([preview.status, preview.body]).toMatchObject([
      200,
      { total: 3, unsuited: 2, forbidden: 0 },
    ]);
    expect(preview.body.sample).toHaveLength(3);

    const started = await as(ada).post('/v2/instances/bulk', body);
    expect(started.status).toBe(202);
    expect(started.body).toMatchObject({ total: 3, createdBy: ada });
    expect(started.headers.location).toMatch(
      new RegExp(`/v2/jobs/${started.body.id}$`),
    );

    const job = await ended(started.body.id);
    expect(job).toMatchObject({ status: 'completed', reason: 'enough' });
    expect(job).toMatchObject({ pending: 0, succeeded: 1, skipped: 2 });
    const skipped = await ended(job.id, ada, '?outcome=skipped&limit=1');
    expect(skipped.items).toMatchObject([{ code: 'STATE_CONFLICT' }]);
    const next = encodeURIComponent(skipped.next);
    const rest = await ended(
      job.id,
      ada,
      `?outcome=skipped&limit=1&cursor=${next}`,
    );
    expect(rest.items).toHaveLength(1);
    expect(rest.items[0].instanceId).not.toBe(skipped.items[0].instanceId);
    expect(rest.next).toBeUndefined();
    const { body: list } = await as(ada).get('/v2/jobs?limit=1');
    expect(list.items).toMatchObject([{ id: job.id }]);
  });

  async function untilStatus(id: string, status: string) {
    for (;;) {
      const { body } = await as(ada).get(`/v2/instances/${id}`);
      if (body.status === status) return;
    }
  }

  it('note in each log who has asked, and why', async () => {
    const [id] = await runAs(ada, 1);
    const { body } = await as(ada).post('/v2/instances/bulk', {
      action: 'cancel',
      reason: 'superseded',
      query: { ids: [id] },
    });
    expect(await ended(body.id)).toMatchObject({ succeeded: 1 });
    const { body: history } = await as(ada).get(
      `/v2/instances/${id}/history?type=instance.cancel_requested`,
    );
    expect(history.items).toMatchObject([
      { actor: { kind: 'user', ref: ada, reason: 'superseded' } },
    ]);
    expect(auditor.notes).toContainEqual(
      expect.objectContaining({ eventId: 'job-start', outcome: 'success' }),
    );
  });

  it('are started once under a key', async () => {
    await runAs(ada, 1);
    const start = (action: string) =>
      as(ada)
        .post('/v2/instances/bulk', { action, query: ours() })
        .set('Idempotency-Key', `key-${nth}`);
    const [first, again] = [await start('cancel'), await start('cancel')];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body.id).toBe(first.body.id);
    const other = await start('suspend');
    expect([other.status, other.body.error.code]).toEqual([
      409,
      'IDEMPOTENCY_CONFLICT',
    ]);
  });

  it('leave alone what the caller may see but not act on', async () => {
    const [id] = await runAs(ada, 1);
    policy.grant(bob, { read: true, use: true, readInstances: true });
    const body = { action: 'cancel', query: ours() };
    const preview = await as(bob).post('/v2/instances/bulk/preview', body);
    expect(preview.body).toMatchObject({ total: 0, forbidden: 1 });
    const started = await as(bob).post('/v2/instances/bulk', body);
    expect(await ended(started.body.id, bob)).toMatchObject({ total: 0 });
    const { body: instance } = await as(ada).get(`/v2/instances/${id}`);
    expect(instance.status).not.toBe('cancelled');
  });

  it('are hidden from others, and refused to who may use no workflow', async () => {
    await runAs(ada, 1);
    const body = { action: 'cancel', query: ours() };
    const { body: job } = await as(ada).post('/v2/instances/bulk', body);
    const seen = await as(bob).get(`/v2/jobs/${job.id}`);
    expect([seen.status, seen.body.error.code]).toEqual([404, 'JOB_NOT_FOUND']);
    const { body: list } = await as(bob).get('/v2/jobs');
    expect(list.items.map(({ id }: { id: string }) => id)).not.toContain(
      job.id,
    );
    policy.grant(bob, { read: true });
    const refused = await as(bob).post('/v2/instances/bulk', body);
    expect([refused.status, refused.body.error.message]).toEqual([
      403,
      expect.stringMatching(/orchestrator\.workflow\.use/),
    ]);
    policy.grant(bob, { read: true, use: true, seeOthers: true });
    expect((await as(bob).get(`/v2/jobs/${job.id}`)).status).toBe(200);
  });

  it('can be stopped until they have ended', async () => {
    await runAs(ada, 1);
    const { body: job } = await as(ada).post('/v2/instances/bulk', {
      action: 'cancel',
      query: ours(),
    });
    await ended(job.id);
    for (const verb of ['pause', 'resume', 'cancel']) {
      const answer = await as(ada).post(`/v2/jobs/${job.id}/${verb}`);
      expect([answer.status, answer.body.error.code]).toEqual([
        409,
        'STATE_CONFLICT',
      ]);
    }
  });
});
