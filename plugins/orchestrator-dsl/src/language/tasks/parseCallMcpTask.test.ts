import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const call = (transport: string, rest = '') =>
  `call: mcp\nwith: { method: tools/call, transport: { ${transport} }${rest} }`;

const http = 'http: { endpoint: https://h/mcp }';

describe('call: mcp', () => {
  it('fills in the version of the protocol and the client', () => {
    expect(parseTaskBody(call(http))).toMatchObject({
      call: 'mcp',
      with: {
        protocolVersion: '2025-06-18',
        method: 'tools/call',
        transport: { kind: 'http', endpoint: { uri: 'https://h/mcp' } },
        client: { name: 'orchestrator', version: '1.0.0' },
      },
    });
  });

  it.each([
    ['protocolVersion: 2025-03-26', { protocolVersion: '2025-03-26' }],
    ['timeout: PT5S', { timeout: { kind: 'fixed', ms: 5000 } }],
    ['parameters: { name: "${ .tool }" }', { parameters: {} }],
    ['client: { name: a, version: "2" }', { client: { name: 'a' } }],
  ])('takes %s', (rest, expected) => {
    expect(parseTaskBody(call(http, `, ${rest}`))).toMatchObject({
      with: expected,
    });
  });

  it.each([
    [
      'http: { endpoint: https://h/, headers: { a: b } }, options: { c: d }',
      { kind: 'http', headers: { a: 'b' }, options: { c: 'd' } },
    ],
    [
      'stdio: { command: npx, arguments: [a, "${ .b }"], environment: { C: d } }',
      {
        kind: 'stdio',
        command: 'npx',
        arguments: ['a', '${ .b }'],
        environment: { C: 'd' },
      },
    ],
  ])('takes the transport %s', (transport, expected) => {
    expect(parseTaskBody(call(transport))).toMatchObject({
      with: { transport: expected },
    });
  });

  it.each([
    [
      'call: mcp\nwith: { method: tools/list, ☞transport: {} }',
      'MISSING_PROPERTY one of http, stdio is missing',
    ],
    [
      call(`${http}, ☞stdio: { command: x }`),
      'INVALID_VALUE `http` and `stdio` exclude each other; keep one',
    ],
    [
      call('stdio: { command: x, arguments: ☞y }'),
      'WRONG_TYPE expected a list or an expression `${ … }`, found the text "y"',
    ],
    [
      call('stdio: { command: x, arguments: [☞{}] }'),
      'WRONG_TYPE expected text, a number, true or false, found an object',
    ],
    [
      call(http, ', ☞argument: {}'),
      'UNKNOWN_PROPERTY unknown property `argument`; possible here: protocolVersion, parameters, timeout, client',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });

  it('reports a transport that the deployment does not offer', () => {
    const text = definitionWithTask(call('☞stdio: { command: x }'));
    const capabilities = { mcpTransports: ['http' as const] };
    expect(problemsOf(text, { capabilities })).toEqual([
      '☞ UNSUPPORTED `transport.stdio` is switched off in this deployment; it offers http',
    ]);
  });
});
