import {
  definitionWithTask,
  parseTaskBody,
  problemsOf,
} from '../testing/definitionText';

const call = (service: string, rest = '') =>
  `call: grpc\nwith: { proto: { endpoint: file://greet.proto }, service: { name: a.Greeter, ${service} }, method: Hello${rest} }`;

describe('call: grpc', () => {
  it('takes a service, a method and arguments', () => {
    const body = call('host: localhost', ', arguments: { name: "${ .n }" }');
    expect(parseTaskBody(body)).toMatchObject({
      call: 'grpc',
      with: {
        proto: { endpoint: { uri: 'file://greet.proto' } },
        service: { name: 'a.Greeter', host: 'localhost' },
        method: 'Hello',
        arguments: { name: '${ .n }' },
      },
    });
  });

  it.each([
    ['host: a.b-c.example, port: 5011', { host: 'a.b-c.example', port: 5011 }],
    ['host: "${ .host }", port: "${ .port }"', { host: '${ .host }' }],
    [
      'host: h, authentication: { basic: { username: u, password: p } }',
      { authentication: { scheme: 'basic', username: 'u', password: 'p' } },
    ],
  ])('takes a service with %s', (service, expected) => {
    expect(parseTaskBody(call(service))).toMatchObject({
      with: { service: expected },
    });
  });

  it.each([
    [
      call('host: ☞localhost:5011'),
      'INVALID_VALUE `localhost:5011` is not the name of a host; a port goes into `port`',
    ],
    [
      call('host: h, port: ☞70000'),
      'INVALID_VALUE there is no port 70000; the highest is 65535',
    ],
    [
      call('host: h, port: ☞-1'),
      'INVALID_VALUE expected a whole number from 0, found -1',
    ],
    [
      call('host: h, port: ☞http'),
      'WRONG_TYPE expected a whole number, found the text "http"',
    ],
    [
      call('☞hots: h'),
      'UNKNOWN_PROPERTY unknown property `hots`; did you mean `host`?',
    ],
  ])('reports %s', (body, problem) => {
    expect(problemsOf(definitionWithTask(body))).toEqual([`☞ ${problem}`]);
  });
});
