import {
  Server,
  ServerCredentials,
  status,
  type Metadata,
  type sendUnaryData,
  type ServerWritableStream,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import express from 'express';
import { parse, type Service } from 'protobufjs';
import type { GrpcEffect } from '../../interpreter/DurableHost';
import {
  activityContext,
  BASE,
  errorOf,
  inDoubt,
  loopbackHttp,
  valueOf,
} from '../__testUtils__/activities';
import { Servers, unusedPort } from '../__testUtils__/servers';
import { Documents } from '../documents/Documents';
import { GrpcActivity } from './GrpcActivity';

const servers = new Servers();

/** The traces that those who asked belonged to. */
const traces: string[] = [];

/** Who was greeted, in order. */
const greeted: string[] = [];

const types = `
  syntax = "proto3";
  package greeter.v1;
  enum Mood { CALM = 0; GLAD = 1; }
  message Person { string full_name = 1; int64 born = 2; }`;
const messages = `
  message Request { Person person = 1; repeated string tags = 2; map<string, int32> counts = 3; Mood mood = 4; }
  message Answer { string text = 1; int64 big = 2; Mood mood = 3; bytes raw = 4; repeated string tags = 5; google.protobuf.Timestamp at = 6; }
  service Greeter {
    rpc Greet(Request) returns (Answer);
    rpc GreetOften(Request) returns (stream Answer);
    rpc GreetAll(stream Request) returns (Answer);
    rpc Fail(Request) returns (Answer);
    rpc Hang(Request) returns (Answer);
  }`;
const main = `
  syntax = "proto3";
  package greeter.v1;
  import "google/protobuf/timestamp.proto";
  import "parts/types.proto";
  ${messages}`;

interface Greeting {
  readonly request: {
    readonly person: { readonly fullName: string; readonly born: string };
    readonly mood: string;
    readonly tags: string[];
  };
  readonly metadata: Metadata;
}

function definitionOf(service: Service): ServiceDefinition {
  const identity = (value: Buffer) => value;
  return Object.fromEntries(
    service.methodsArray.map(method => {
      method.resolve();
      const { resolvedRequestType: input, resolvedResponseType: output } =
        method;
      return [
        method.name,
        {
          path: `/greeter.v1.Greeter/${method.name}`,
          requestStream: Boolean(method.requestStream),
          responseStream: Boolean(method.responseStream),
          requestSerialize: identity,
          requestDeserialize: (bytes: Buffer) =>
            input?.toObject(input.decode(bytes), {
              longs: String,
              enums: String,
              defaults: true,
            }),
          responseSerialize: (value: object) =>
            Buffer.from(
              output?.encode(output.fromObject(value)).finish() ?? [],
            ),
          responseDeserialize: identity,
        },
      ];
    }),
  );
}

/** Answers as the proto says; the texts of failures are what the caller sent. */
async function serveGrpc(): Promise<{ port: number; server: Server }> {
  const joined = `${types} ${messages.replace(/google.*?;/, '')}`;
  const { root } = parse(joined);
  const service = root.lookupService('greeter.v1.Greeter');
  const authorizationOf = ({ metadata }: Greeting) => {
    traces.push(...metadata.get('traceparent').map(String));
    return metadata.get('authorization')[0];
  };
  const answerTo = (call: Greeting) => ({
    text: `Hello ${call.request.person.fullName}, ${authorizationOf(call)}`,
    big: call.request.person.born,
    mood: call.request.mood,
    raw: Buffer.from('raw'),
    tags: call.request.tags,
  });
  const server = new Server();
  server.addService(definitionOf(service), {
    Greet(call: Greeting, answer: sendUnaryData<object>) {
      greeted.push(call.request.person.fullName);
      answer(null, answerTo(call));
    },
    GreetOften(call: Greeting & ServerWritableStream<object, object>) {
      call.write(answerTo(call));
      call.write(answerTo(call));
      call.end();
    },
    Fail: (call: Greeting, answer: sendUnaryData<object>) =>
      answer({
        code: Number(call.request.person.born),
        details: `not ${authorizationOf(call)}`,
      }),
    Hang: () => {},
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(
      '127.0.0.1:0',
      ServerCredentials.createInsecure(),
      (error, bound) => (error ? reject(error) : resolve(bound)),
    ),
  );
  return { port, server };
}

describe('GrpcActivity', () => {
  let port: number;
  let server: Server;
  let base: string;

  beforeAll(async () => {
    ({ port, server } = await serveGrpc());
    const app = express();
    app.get('/main.proto', (_req, res) => res.type('text').send(main));
    app.get('/parts/types.proto', (_req, res) => res.type('text').send(types));
    app.get('/broken.proto', (_req, res) => res.type('text').send('messag X'));
    base = await servers.serve(app);
  });

  afterAll(() => {
    server.forceShutdown();
    servers.close();
  });

  function activity(options: Parameters<typeof loopbackHttp>[0] = {}) {
    const http = loopbackHttp(options);
    return new GrpcActivity({ http, documents: new Documents({ http }) });
  }

  function effect(
    method: string,
    more: Partial<GrpcEffect> = {},
    service: Partial<GrpcEffect['service']> = {},
  ): GrpcEffect {
    return {
      ...BASE,
      kind: 'grpc',
      proto: { uri: `${base}/main.proto` },
      service: {
        name: 'greeter.v1.Greeter',
        host: 'localhost',
        port,
        ...service,
      },
      method,
      arguments: { person: { full_name: 'Ada', born: 1815 } },
      ...more,
    };
  }

  const authentication = { scheme: 'bearer', token: 'my-token' } as const;

  it('gives the answer', async () => {
    const asked = effect(
      'Greet',
      {
        arguments: {
          person: { fullName: 'Ada', born: '9007199254740993' },
          tags: ['a'],
          counts: { x: 1 },
          mood: 'GLAD',
        },
      },
      { authentication },
    );
    expect(await valueOf(activity(), asked)).toEqual({
      text: 'Hello Ada, Bearer my-token',
      big: '9007199254740993',
      mood: 'GLAD',
      raw: Buffer.from('raw').toString('base64'),
      tags: ['a'],
      at: null,
    });
  });

  it('says which trace it belongs to', async () => {
    const context = { ...activityContext(), traceparent: '00-ab-cd-01' };
    await valueOf(activity(), effect('Greet'), context);
    expect(traces).toEqual(['00-ab-cd-01']);
  });

  it('gives all answers of a stream', async () => {
    expect(await valueOf(activity(), effect('GreetOften'))).toMatchObject([
      { text: 'Hello Ada, undefined' },
      { big: '1815' },
    ]);
  });

  it.each([
    [status.UNAUTHENTICATED, 'authentication', 401],
    [status.PERMISSION_DENIED, 'authorization', 403],
    [status.DEADLINE_EXCEEDED, 'timeout', 408],
    [status.INVALID_ARGUMENT, 'communication', 400],
    [status.NOT_FOUND, 'communication', 404],
    [status.UNAVAILABLE, 'communication', 503],
  ])(
    'tells code %s as %s with the status %s',
    async (code, type, httpStatus) => {
      const person = { born: code };
      const asked = effect(
        'Fail',
        { arguments: { person } },
        { authentication },
      );
      expect(await errorOf(activity(), asked)).toMatchObject({
        type: expect.stringMatching(new RegExp(`${type}$`)),
        status: httpStatus,
        detail: expect.stringMatching(
          /Greeter\/Fail at localhost answered [A-Z_]+: not Bearer \*\*\*/,
        ),
      });
    },
  );

  it.each<[Partial<GrpcEffect>, Partial<GrpcEffect['service']>, string]>([
    [{ method: 'Wave' }, {}, 'no method Wave; it has Greet, GreetOften'],
    [{ method: 'GreetAll' }, {}, 'takes a stream of messages'],
    [{}, { name: 'Nobody' }, 'no service Nobody; it has greeter.v1.Greeter'],
    [
      { arguments: { person: { name: 1 } } },
      {},
      'greeter.v1.Person has no field person.name; it has fullName, born',
    ],
  ])('says what is wrong: %j %j', async (more, service, detail) => {
    const error = await errorOf(activity(), effect('Greet', more, service));
    expect(error?.detail).toContain(detail);
  });

  it('says that a file is no proto file', async () => {
    const proto = { uri: `${base}/broken.proto` };
    expect(await errorOf(activity(), effect('Greet', { proto }))).toMatchObject(
      {
        type: expect.stringMatching(/validation$/),
        detail: expect.stringContaining('broken.proto is no valid proto file'),
      },
    );
  });

  it('calls nobody while the lease is in doubt', async () => {
    const named = effect('Greet', {
      arguments: { person: { fullName: 'Nobody' } },
    });
    const error = await errorOf(activity(), named, inDoubt());
    expect(error?.detail).toContain('The lease is in doubt');
    await valueOf(activity(), effect('Greet'));
    expect(greeted).toContain('Ada');
    expect(greeted).not.toContain('Nobody');
  });

  it('says that nobody answers', async () => {
    const nobody = effect('Greet', {}, { port: await unusedPort() });
    expect(await errorOf(activity(), nobody)).toMatchObject({ status: 503 });
  });

  it('ends after its time', async () => {
    expect(
      await errorOf(activity({ timeoutMs: 300 }), effect('Hang')),
    ).toMatchObject({ status: 408 });
  });

  it.each(['169.254.169.254', 'example.com'])(
    'does not reach %s',
    async host => {
      const refused = effect('Greet', {}, { host });
      expect(await errorOf(activity(), refused)).toMatchObject({ status: 403 });
    },
  );
});
