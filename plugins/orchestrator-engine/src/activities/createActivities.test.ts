import { activityContext, BASE } from './__testUtils__/activities';
import { createActivities } from './createActivities';

const http = {
  plugins: {
    resolve: async (id: string) => {
      throw new Error(`There is no plugin ${id}`);
    },
  },
};

const ALWAYS = [
  'a2a',
  'asyncapi',
  'document',
  'function',
  'grpc',
  'http',
  'mcp',
  'openapi',
];

describe('createActivities', () => {
  it.each([
    [undefined, [...ALWAYS, 'script']],
    [{ script: false } as const, ALWAYS],
    [{ shell: {}, container: {} }, [...ALWAYS, 'container', 'script', 'shell']],
  ])('with %j carries out %j', async (run, kinds) => {
    const { activities, close } = createActivities({ http, run });
    expect([...activities.kinds].sort()).toEqual([...kinds].sort());
    await close();
  });

  it('says that there is no means to carry out what is switched off', async () => {
    const { activities, close } = createActivities({ http });
    const { outcome } = await activities.execute(
      {
        ...BASE,
        kind: 'shell',
        command: 'true',
        arguments: [],
        environment: {},
        return: 'stdout',
      },
      activityContext(),
    );
    expect(outcome).toMatchObject({
      error: { detail: expect.stringContaining('no means to carry out shell') },
    });
    await close();
  });

  it('takes an option that is undefined, as a key that nobody has set is, for one that is absent', async () => {
    const script = { timeoutMs: undefined, maxOutputBytes: undefined };
    const { activities, close } = createActivities({ http, run: { script } });
    const { outcome } = await activities.execute(
      {
        ...BASE,
        kind: 'script',
        language: 'js',
        code: 'console.log(42)',
        arguments: [],
        environment: {},
        return: 'stdout',
      },
      activityContext(),
    );
    expect(outcome).toEqual({ ok: true, value: '42\n' });
    await close();
  });
});
