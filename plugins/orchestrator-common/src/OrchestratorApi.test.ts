/** @jest-environment node */
import { OrchestratorApi } from './OrchestratorApi';
import { eventStream } from './testing/eventStream';
import { failure, json, LocalServer, text } from './testing/LocalServer';

describe('OrchestratorApi', () => {
  let server: LocalServer;
  let api: OrchestratorApi;

  beforeEach(async () => {
    server = await LocalServer.start();
    api = new OrchestratorApi({ baseUrl: server.url, token: 'secret' });
  });

  afterEach(async () => {
    await server.stop();
  });

  const lastRequest = () => server.requests[server.requests.length - 1];

  describe('does what the documentation shows', () => {
    it('runs a workflow with parameters', async () => {
      server.willAnswer(json({ id: 'i1' }));
      await expect(
        api.executeWorkflow({
          workflowId: 'hello',
          parameters: { name: 'Ada' },
        }),
      ).resolves.toEqual({ id: 'i1' });
      expect(lastRequest()).toMatchObject({
        method: 'POST',
        url: '/api/orchestrator/v2/workflows/hello/execute',
        headers: { authorization: 'Bearer secret' },
        body: { inputData: { name: 'Ada' } },
      });
    });

    it('lists the instances of all workflows', async () => {
      server.willAnswer(json({ items: [], totalCount: 0 }));
      await expect(api.getWorkflowInstances()).resolves.toEqual({
        items: [],
        totalCount: 0,
      });
      expect(lastRequest().url).toBe(
        '/api/orchestrator/v2/workflows/instances',
      );
    });

    it('gets a definition by its id', async () => {
      server.willAnswer(json({ workflowId: 'my-workflow', valid: true }));
      await expect(
        api.getWorkflowDefinition('my-workflow'),
      ).resolves.toMatchObject({ workflowId: 'my-workflow' });
      expect(lastRequest()).toMatchObject({
        method: 'GET',
        url: '/api/orchestrator/v2/workflows/my-workflow',
      });
    });
  });

  it('lists the instances of one workflow, filtered and paged', async () => {
    server.willAnswer(json({ items: [] }));
    await api.getWorkflowInstances({
      workflowId: 'hello',
      filters: { field: 'state', operator: 'EQ', value: 'ERROR' },
      paginationInfo: { pageSize: 5 },
    });
    expect(lastRequest()).toMatchObject({
      url: '/api/orchestrator/v2/workflows/hello/instances',
      body: {
        filters: { field: 'state', operator: 'EQ', value: 'ERROR' },
        paginationInfo: { pageSize: 5 },
      },
    });
  });

  it('sends all that a run may be given', async () => {
    server.willAnswer(json({ id: 'i1' }));
    await api.executeWorkflow({
      workflowId: 'team a/hello',
      inputData: { name: 'Ada' },
      targetEntity: 'component:default/payments',
      authTokens: [{ provider: 'github', token: 't' }],
      idempotencyKey: 'k1',
    });
    expect(lastRequest()).toMatchObject({
      url: '/api/orchestrator/v2/workflows/team%20a%2Fhello/execute',
      headers: { 'idempotency-key': 'k1' },
      body: {
        inputData: { name: 'Ada' },
        targetEntity: 'component:default/payments',
        authTokens: [{ provider: 'github', token: 't' }],
      },
    });
  });

  const w = { workflowId: 'hello' };
  const i = { instanceId: 'i1' };

  it.each<[string, string, (it: OrchestratorApi) => Promise<unknown>]>([
    ['POST', 'workflows/overview', it => it.getWorkflowsOverview()],
    [
      'POST',
      'workflows/overview/entity',
      it => it.getWorkflowsOverviewForEntity({ targetEntity: 'a:b/c' }),
    ],
    ['GET', 'workflows/hello', it => it.getWorkflow(w)],
    ['GET', 'workflows/hello/overview', it => it.getWorkflowOverviewById(w)],
    [
      'GET',
      'workflows/hello/inputSchema?instanceId=i1',
      it => it.getWorkflowInputSchemaById({ ...w, ...i }),
    ],
    [
      'GET',
      'workflows/hello/pingWorkflowService',
      it => it.pingWorkflowServiceById(w),
    ],
    ['POST', 'workflows/instances', it => it.getInstances()],
    ['GET', 'workflows/instances/statuses', it => it.getWorkflowStatuses()],
    ['GET', 'workflows/instances/i1', it => it.getInstanceById(i)],
    [
      'GET',
      'workflows/instances/i1/logs?rawlog=true',
      it => it.getWorkflowLogById({ ...i, rawlog: true }),
    ],
    ['GET', 'instances/i1', it => it.getInstance(i)],
    [
      'GET',
      'instances/i1/history?after=k7.3&limit=5&order=desc',
      it =>
        it.getInstanceHistory({
          ...i,
          after: 'k7.3',
          limit: 5,
          order: 'desc',
        }),
    ],
    [
      'GET',
      'instances/i1/payloads/p1',
      it => it.getPayload({ ...i, ref: 'p1' }),
    ],
  ])('asks %s /v2/%s and hands back the answer', async (method, path, ask) => {
    const answer = { answer: path };
    server.willAnswer(json(answer));
    await expect(ask(api)).resolves.toEqual(answer);
    expect(lastRequest()).toMatchObject({
      method,
      url: `/api/orchestrator/v2/${path}`,
    });
  });

  it('hands back answers that are text as text', async () => {
    server.willAnswer(text('document: {}\n'), text('Cancelled'));
    await expect(api.getWorkflowSourceById(w)).resolves.toBe('document: {}\n');
    await expect(api.abortWorkflow(i)).resolves.toBe('Cancelled');
    expect(lastRequest()).toMatchObject({
      method: 'DELETE',
      url: '/api/orchestrator/v2/workflows/instances/i1/abort',
    });
  });

  it('hands back a live stream before it ends', async () => {
    server.willAnswer(eventStream(to => to.ping('k7.2')));
    const response = await api.streamInstance({ ...i, after: 'k7.1' });
    expect(lastRequest().url).toBe(
      '/api/orchestrator/v2/instances/i1/events/stream?after=k7.1',
    );
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    await response.body?.cancel();
  });

  it('retries a failed instance', async () => {
    server.willAnswer(json({}));
    await api.retriggerInstance({ ...w, ...i });
    expect(lastRequest()).toMatchObject({
      method: 'POST',
      url: '/api/orchestrator/v2/workflows/hello/i1/retrigger',
      body: {},
    });
  });

  it('throws the error that the server answered', async () => {
    const error = {
      name: 'NotFoundError',
      code: 'WORKFLOW_NOT_FOUND',
      message: 'There is no workflow "helo"',
    };
    server.willAnswer(failure(404, error));
    await expect(api.getWorkflowDefinition('helo')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      body: { error },
    });
  });

  it('says that the address may be wrong when something else answers there', async () => {
    server.willAnswer(text('<!DOCTYPE html>'));
    await expect(api.getServerInfo()).rejects.toThrow(
      `What ${server.url}/api/orchestrator answers is no JSON; is that the address of the portal's backend?`,
    );
  });

  it('throws what the network threw', async () => {
    const { url } = server;
    await server.stop();
    await expect(
      new OrchestratorApi({ baseUrl: url }).getWorkflowStatuses(),
    ).rejects.toThrow('fetch failed');
    server = await LocalServer.start();
  });

  it('cancels a call', async () => {
    const controller = new AbortController();
    server.willAnswer(() => controller.abort());
    await expect(
      api.getInstance(i, { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  describe('reaches the server', () => {
    it.each(['', '/', '/api/orchestrator', '/api/orchestrator/'])(
      'at an address that ends with "%s"',
      async ending => {
        server.willAnswer(json([]));
        await new OrchestratorApi({
          baseUrl: `${server.url}${ending}`,
        }).getWorkflowStatuses();
        expect(lastRequest().url).toBe(
          '/api/orchestrator/v2/workflows/instances/statuses',
        );
        expect(lastRequest().headers).not.toHaveProperty('authorization');
      },
    );

    it("through Backstage's discovery and fetch", async () => {
      server.willAnswer(json([]));
      const inBackstage = new OrchestratorApi({
        discoveryApi: {
          getBaseUrl: async pluginId => `${server.url}/api/${pluginId}`,
        },
        fetchApi: {
          fetch: (input, init) =>
            fetch(input, {
              ...init,
              headers: { ...init?.headers, Authorization: 'Bearer user' },
            }),
        },
      });
      await inBackstage.getWorkflowStatuses();
      expect(lastRequest()).toMatchObject({
        url: '/api/orchestrator/v2/workflows/instances/statuses',
        headers: { authorization: 'Bearer user' },
      });
    });

    it('with a new token for each call', async () => {
      let issued = 0;
      const renewing = new OrchestratorApi({
        baseUrl: server.url,
        token: async () => {
          issued += 1;
          return `t${issued}`;
        },
      });
      server.willAnswer(json([]), json([]));
      await renewing.getWorkflowStatuses();
      await renewing.getWorkflowStatuses();
      expect(
        server.requests.map(request => request.headers.authorization),
      ).toEqual(['Bearer t1', 'Bearer t2']);
    });

    it('with the token of the call rather than its own', async () => {
      server.willAnswer(json([]));
      await api.getWorkflowStatuses({ token: 'on-behalf-of-ada' });
      expect(lastRequest().headers.authorization).toBe(
        'Bearer on-behalf-of-ada',
      );
    });
  });

  it('refuses an address that is none', () => {
    expect(() => new OrchestratorApi({ baseUrl: 'localhost:7007' })).toThrow(
      'baseUrl must be the address of the backend, such as http://localhost:7007, got "localhost:7007"',
    );
  });
});
