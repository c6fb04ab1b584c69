import { runInMemory, workflowText } from '../../__testUtils__/runInMemory';

const secrets = { login: { username: 'ada', password: 'pw-12345' } };

it.each(['resident', 'replaying'] as const)(
  '%s: a secret is used, and stands nowhere in the log',
  async residency => {
    const { calls, history, log, output } = await runInMemory({
      residency,
      secrets,
      answer: (_uri, _nth, effect) => ({
        value: { echo: effect.kind === 'http' ? effect.headers : {} },
      }),
      definition: workflowText(
        `
        - get:
            call: http
            with:
              method: post
              endpoint:
                uri: 'http://x/?key=\${ $secrets.login.password }'
                authentication: { basic: { use: login } }
              headers: { key: '\${ $secrets.login.password }' }
              body: '\${ $secrets }'
        - fail:
            try:
              - now: { raise: { error: { type: 'http://x', status: 400, detail: '\${ $secrets.login.password }' } } }
            catch:
              do:
                - keep: { set: { was: '\${ $error.detail }', echoed: '\${ .echo.key }' } }`,
        `use: { secrets: [ login ] }\n`,
      ),
    });
    const [{ effect }] = calls.calls;
    expect(effect).toMatchObject({
      uri: 'http://x/?key=pw-12345',
      body: secrets,
      authentication: { scheme: 'basic', password: 'pw-12345' },
    });
    const written = JSON.stringify(log);
    expect(written).not.toContain('pw-12345');
    expect(written).not.toContain(btoa('ada:pw-12345'));
    expect(output).toEqual({ was: '***', echoed: '***' });
    expect(history.at(-1)).toBe('instance.completed');
  },
);
