import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { mockCredentials } from '@backstage/backend-test-utils';
import { OrchestratorApi } from '@stagecraft/backstage-plugin-orchestrator-common';
import { hello } from '../__testUtils__/definitions';
import { freePort } from '../__testUtils__/freePort';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../__testUtils__/startOrchestrator';

jest.setTimeout(180_000);

const page = resolve(__dirname, '../../../../docs/webhooks.md');
const token = mockCredentials.user.token();

describe('the examples of docs/webhooks.md', () => {
  let orchestrator: TestOrchestrator;
  let folder: string;
  let text: string;
  let receiver: ChildProcess | undefined;
  let port: number;

  beforeAll(async () => {
    await access(page);
    orchestrator = await startOrchestrator({
      definitions: { 'hello.yaml': hello },
    });
    folder = await mkdtemp(join(tmpdir(), 'webhooks-page-'));
    port = await freePort();
    const portal = new URL(orchestrator.url).origin;
    text = (await readFile(page, 'utf8'))
      .replaceAll('http://localhost:7007', portal)
      .replaceAll('http://localhost:8080', `http://127.0.0.1:${port}`);
  });

  afterEach(() => receiver?.kill());

  afterAll(async () => {
    await orchestrator.stop();
    await rm(folder, { recursive: true });
  });

  function example(language: string): string {
    const [, code] =
      new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(text) ?? [];
    if (code === undefined)
      throw new Error(`There is no example in ${language}`);
    return code;
  }

  async function startReceiver(secret: string) {
    const file = join(folder, 'receiver.mjs');
    await writeFile(file, example('js'));
    const env = { ...process.env, WEBHOOK_SECRET: secret, PORT: `${port}` };
    receiver = spawn(process.execPath, [file], { env });
    await until(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}`).catch(
        () => undefined,
      );
      return answer?.status === 401;
    });
    return receiver;
  }

  it('create a webhook whose receiver believes what comes, and nothing else', async () => {
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-c', example('sh')],
      {
        env: { ...process.env, BACKSTAGE_TOKEN: token },
      },
    );
    const { id, secret } = JSON.parse(stdout);
    const { stdout: output } = await startReceiver(secret);
    const told = output && once(output, 'data');
    const { id: instanceId } = await orchestrator.api.executeWorkflow({
      workflowId: 'hello',
      inputData: { name: 'Ada' },
    });
    const [line] = (await told) ?? [];
    const { items } = await orchestrator.api.listDeliveries({ webhookId: id });

    expect(String(line)).toBe(
      `${items[0].id} io.serverlessworkflow.workflow.completed.v1\n`,
    );
    expect(items[0].instanceId).toBe(instanceId);
    await orchestrator.api.updateWebhook({
      webhookId: id,
      secret: `whsec_${Buffer.alloc(32, 'x').toString('base64')}`,
    });
    const rotated = await orchestrator.api.testWebhook({ webhookId: id });
    expect(rotated.attempts).toMatchObject([{ status: 204 }]);
    const forged = await fetch(`http://127.0.0.1:${port}/hooks`, {
      method: 'POST',
      headers: {
        'webhook-id': 'x',
        'webhook-timestamp': `${Math.floor(Date.now() / 1000)}`,
        'webhook-signature': 'v1,eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=',
      },
      body: '{}',
    });
    expect(forged.status).toBe(401);
  });

  it('use webhooks by the client', async () => {
    const code = example('ts').replace(/^import .*$/m, '');
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    const result = 'return { secret, status, attempts, rotated };';
    const run = new AsyncFunction('OrchestratorApi', 'process', code + result);
    const env = { BACKSTAGE_TOKEN: token };
    const shown = await run(OrchestratorApi, { env });

    expect(shown).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      status: 'failed',
      attempts: [
        {
          error: expect.stringMatching(
            /ECONNREFUSED|ECONNRESET|other side closed/,
          ),
        },
      ],
      rotated: { secret: expect.stringMatching(/^whsec_/) },
    });
    expect(shown.rotated.secret).not.toBe(shown.secret);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise(tick => {
      setTimeout(tick, 50);
    });
  }
}
