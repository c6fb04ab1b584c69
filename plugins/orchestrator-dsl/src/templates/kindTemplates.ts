import { taskSchemas } from '../schema/language/languageSchemas';
import type { TaskTemplate } from './TaskTemplate';

const REST = [{ pause: { wait: 'PT1S' } }];
const HOST = 'https://api.example.com';

/** One or more for each kind of task; each example is a whole task. */
export const KIND_TEMPLATES: readonly TaskTemplate[] = [
  {
    id: 'set',
    kind: 'set',
    title: 'Set',
    description: 'Makes data of the data that came in.',
    schema: taskSchemas.set,
    example: { set: { message: 'Hello ${ .name }' } },
  },
  {
    id: 'call-http',
    kind: 'call',
    title: 'HTTP request',
    description: 'Sends a request and gives the body of the answer.',
    schema: taskSchemas.callHttp,
    example: {
      call: 'http',
      with: { method: 'get', endpoint: `${HOST}/items/{id}` },
    },
  },
  {
    id: 'call-openapi',
    kind: 'call',
    title: 'OpenAPI operation',
    description: 'Calls an operation that an OpenAPI document describes.',
    schema: taskSchemas.callOpenApi,
    example: {
      call: 'openapi',
      with: {
        document: { endpoint: `${HOST}/openapi.json` },
        operationId: 'getItem',
        parameters: { id: '${ .id }' },
      },
    },
  },
  {
    id: 'call-grpc',
    kind: 'call',
    title: 'gRPC method',
    description: 'Calls a method that a proto file describes.',
    schema: taskSchemas.callGrpc,
    example: {
      call: 'grpc',
      with: {
        proto: { endpoint: `${HOST}/greeter.proto` },
        service: { name: 'Greeter', host: 'api.example.com', port: 443 },
        method: 'SayHello',
        arguments: { name: '${ .name }' },
      },
    },
  },
  {
    id: 'call-asyncapi',
    kind: 'call',
    title: 'AsyncAPI operation',
    description: 'Sends a message to a channel, or takes messages from one.',
    schema: taskSchemas.callAsyncApi,
    example: {
      call: 'asyncapi',
      with: {
        document: { endpoint: `${HOST}/asyncapi.json` },
        operation: 'sendNotice',
        protocol: 'http',
        message: { payload: { text: '${ .text }' } },
      },
    },
  },
  {
    id: 'call-a2a',
    kind: 'call',
    title: 'Agent (A2A)',
    description: 'Talks to an agent by the Agent2Agent protocol.',
    schema: taskSchemas.callA2a,
    example: {
      call: 'a2a',
      with: {
        server: { uri: `${HOST}/agent` },
        method: 'message/send',
        parameters: {
          message: {
            messageId: '${ .id }',
            role: 'user',
            parts: [{ kind: 'text', text: '${ .question }' }],
          },
        },
      },
    },
  },
  {
    id: 'call-mcp',
    kind: 'call',
    title: 'Tool (MCP)',
    description: 'Calls a tool of a server by the Model Context Protocol.',
    schema: taskSchemas.callMcp,
    example: {
      call: 'mcp',
      with: {
        method: 'tools/call',
        parameters: { name: 'search', arguments: { query: '${ .query }' } },
        transport: { http: { endpoint: `${HOST}/mcp` } },
      },
    },
  },
  {
    id: 'do',
    kind: 'do',
    title: 'Group',
    description: 'Runs a list of tasks, one after the other.',
    schema: taskSchemas.do,
    example: { do: REST },
  },
  {
    id: 'switch',
    kind: 'switch',
    title: 'Switch',
    description: 'Goes on at one task or another, as the data says.',
    schema: taskSchemas.switch,
    example: {
      switch: [
        { large: { when: '.amount > 100', then: 'end' } },
        { otherwise: { then: 'continue' } },
      ],
    },
  },
  {
    id: 'for',
    kind: 'for',
    title: 'For each',
    description: 'Runs tasks for each item of a list.',
    schema: taskSchemas.for,
    example: { for: { each: 'item', in: '.items' }, do: REST },
  },
  {
    id: 'fork',
    kind: 'fork',
    title: 'Fork',
    description: 'Runs tasks at the same time.',
    schema: taskSchemas.fork,
    example: {
      fork: {
        branches: [{ one: { wait: 'PT1S' } }, { other: { wait: 'PT1S' } }],
      },
    },
  },
  {
    id: 'try',
    kind: 'try',
    title: 'Try',
    description: 'Tries again, or does something else, when tasks fail.',
    schema: taskSchemas.try,
    example: {
      try: REST,
      catch: {
        retry: { delay: 'PT5S', limit: { attempt: { count: 3 } } },
      },
    },
  },
  {
    id: 'raise',
    kind: 'raise',
    title: 'Raise',
    description: 'Fails with an error.',
    schema: taskSchemas.raise,
    example: {
      raise: {
        error: {
          type: 'https://example.com/errors/not-allowed',
          status: 403,
          title: 'Not allowed',
        },
      },
    },
  },
  {
    id: 'wait',
    kind: 'wait',
    title: 'Wait',
    description: 'Waits for a time.',
    schema: taskSchemas.wait,
    example: { wait: 'PT30S' },
  },
  {
    id: 'listen',
    kind: 'listen',
    title: 'Listen',
    description: 'Waits for events.',
    schema: taskSchemas.listen,
    example: {
      listen: { to: { one: { with: { type: 'com.example.paid' } } } },
    },
  },
  {
    id: 'emit',
    kind: 'emit',
    title: 'Emit',
    description: 'Sends an event.',
    schema: taskSchemas.emit,
    example: {
      emit: {
        event: {
          with: { source: HOST, type: 'com.example.shipped', data: '${ . }' },
        },
      },
    },
  },
  {
    id: 'run-workflow',
    kind: 'run',
    title: 'Workflow',
    description: 'Runs another workflow and waits for it.',
    schema: taskSchemas.run,
    example: {
      run: {
        workflow: { namespace: 'default', name: 'other', version: '1.0.0' },
      },
    },
  },
  {
    id: 'run-script',
    kind: 'run',
    title: 'Script',
    description: 'Runs a script in a process of its own.',
    schema: taskSchemas.run,
    example: {
      run: { script: { language: 'js', code: 'console.log("Hello")' } },
    },
  },
  {
    id: 'run-shell',
    kind: 'run',
    title: 'Command',
    description: 'Runs a command.',
    schema: taskSchemas.run,
    example: { run: { shell: { command: 'echo', arguments: ['Hello'] } } },
  },
  {
    id: 'run-container',
    kind: 'run',
    title: 'Container',
    description: 'Runs a container.',
    schema: taskSchemas.run,
    example: { run: { container: { image: 'alpine', command: 'echo Hello' } } },
  },
];
