import {
  A2A_METHODS,
  ASYNCAPI_PROTOCOLS,
  MCP_METHODS,
  MCP_VERSION,
} from '../../protocols';
import {
  atLeastOne,
  choice,
  closedObject,
  exactlyOne,
  flag,
  partOf,
  text,
  type Properties,
  type Schema,
} from './elements';
import { task } from './task';
import { COMPUTED } from './values';

const KINDS = ['a2a', 'asyncapi', 'grpc', 'http', 'mcp', 'openapi'];

const call = (
  kind: string,
  title: string,
  description: string,
  input: Schema,
) =>
  task(
    title,
    description,
    { call: { const: kind, description: 'What is called.' }, with: input },
    ['call', 'with'],
  );

const template = (description: string) => partOf('textTemplate', description);

const RESPONSE: Properties = {
  output: choice(
    'What the call gives: the body of the response, the body in base64, or the response with status and headers.',
    ['content', 'raw', 'response'],
    'content',
  ),
  redirect: flag('Whether a redirect is a result instead of an error.', false),
};

const http = closedObject(
  'The request.',
  {
    method: {
      type: 'string',
      description: 'The method of the request, such as get.',
      pattern: `${COMPUTED}|^[A-Za-z]+$`,
      examples: ['get', 'post', 'put', 'patch', 'delete'],
    },
    endpoint: partOf('endpoint'),
    headers: partOf('fields', 'Headers of the request.'),
    query: partOf('fields', 'Query parameters.'),
    body: { description: 'The body; texts may hold `${ … }`.' },
    ...RESPONSE,
  },
  ['method', 'endpoint'],
);

const openapi = closedObject(
  'The operation.',
  {
    document: partOf('externalResource', 'The OpenAPI document.'),
    operationId: template('The id of the operation in the document.'),
    parameters: partOf(
      'object',
      'Values of the operation’s parameters; what no parameter takes is the body.',
    ),
    authentication: partOf('authentication'),
    ...RESPONSE,
  },
  ['document', 'operationId'],
);

const grpc = closedObject(
  'The method.',
  {
    proto: partOf('externalResource', 'The protocol buffers of the service.'),
    service: closedObject(
      'The service.',
      {
        name: template('The full name of the service.'),
        host: {
          type: 'string',
          description: 'The host of the service.',
          pattern: `${COMPUTED}|^[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$`,
        },
        port: {
          description: 'The port of the service.',
          oneOf: [
            { type: 'integer', minimum: 0, maximum: 65_535 },
            partOf('computed'),
          ],
        },
        authentication: partOf('authentication'),
      },
      ['name', 'host'],
    ),
    method: template('The method of the service.'),
    arguments: partOf('object', 'The message that is sent.'),
  },
  ['proto', 'service', 'method'],
);

const subscription = closedObject(
  'Which messages are received.',
  {
    filter: partOf('expression', 'Takes only messages for which this holds.'),
    consume: {
      ...closedObject('When it is enough.', {
        amount: partOf('count', 'How many messages.'),
        while: partOf('expression', 'Goes on as long as this holds.'),
        until: partOf('expression', 'Goes on until this holds.'),
        for: partOf('duration', 'For this long at most.'),
      }),
      ...exactlyOne(['amount', 'while', 'until']),
    },
    foreach: partOf('foreach'),
  },
  ['consume'],
);

const asyncapi: Schema = {
  ...closedObject(
    'The message, or the messages.',
    {
      document: partOf('externalResource', 'The AsyncAPI document.'),
      operation: template('The operation, in a document of version 3.'),
      channel: template('The channel, in a document of version 2.'),
      server: closedObject(
        'The server of the document.',
        {
          name: template('The name of the server.'),
          variables: partOf('object', 'Values of the server’s variables.'),
        },
        ['name'],
      ),
      protocol: choice(
        'Takes the first server of this protocol.',
        ASYNCAPI_PROTOCOLS,
      ),
      message: closedObject('What is sent.', {
        payload: partOf('object', 'The content of the message.'),
        headers: partOf('object', 'The headers of the message.'),
      }),
      subscription,
      authentication: partOf('authentication'),
    },
    ['document'],
  ),
  allOf: [
    exactlyOne(['operation', 'channel']),
    exactlyOne(['message', 'subscription']),
  ],
};

const a2a: Schema = {
  ...closedObject(
    'The method and the agent.',
    {
      agentCard: partOf(
        'externalResource',
        'The card that describes the agent.',
      ),
      server: partOf('endpoint', 'The agent itself.'),
      method: choice('The method of the protocol.', A2A_METHODS),
      parameters: partOf('object', 'Parameters of the method.'),
    },
    ['method'],
  ),
  ...atLeastOne(['agentCard', 'server']),
};

const transport: Schema = {
  ...closedObject('How the server is reached.', {
    http: closedObject(
      'Over HTTP.',
      {
        endpoint: partOf('endpoint'),
        headers: partOf('fields', 'Headers of every request.'),
      },
      ['endpoint'],
    ),
    stdio: closedObject(
      'As a process that is started for the call.',
      {
        command: template('The program.'),
        arguments: partOf('values', 'Arguments of the program.'),
        environment: partOf('fields', 'Environment of the program.'),
      },
      ['command'],
    ),
    options: partOf('fields', 'Settings of the transport.'),
  }),
  ...exactlyOne(['http', 'stdio']),
};

const mcp = closedObject(
  'The method and the server.',
  {
    protocolVersion: {
      ...text('The version of the protocol.'),
      default: MCP_VERSION,
    },
    method: choice('The method of the protocol.', MCP_METHODS),
    parameters: partOf('object', 'Parameters of the method.'),
    timeout: partOf('duration', 'How long the call may take.'),
    transport,
    client: closedObject(
      'What the workflow calls itself.',
      { name: text('Its name.'), version: text('Its version.') },
      ['name', 'version'],
    ),
  },
  ['method', 'transport'],
);

/** The tasks that call something. @internal */
export const CALL_SCHEMAS = {
  callHttp: call('http', 'HTTP request', 'Sends a request over HTTP.', http),
  callOpenApi: call(
    'openapi',
    'OpenAPI operation',
    'Calls an operation that an OpenAPI document describes.',
    openapi,
  ),
  callGrpc: call('grpc', 'gRPC method', 'Calls a method of a service.', grpc),
  callAsyncApi: call(
    'asyncapi',
    'AsyncAPI message',
    'Sends a message, or receives some, as an AsyncAPI document describes it.',
    asyncapi,
  ),
  callA2a: call('a2a', 'Agent', 'Talks to an agent over A2A.', a2a),
  callMcp: call('mcp', 'MCP server', 'Asks a server over MCP.', mcp),
  callFunction: task(
    'Function',
    'Calls a function: one of `use.functions`, one at an address, one of a catalog (`name:version@catalog`), or one that the deployment offers.',
    {
      call: {
        type: 'string',
        description: 'The function.',
        not: { anyOf: [{ enum: KINDS }, { pattern: COMPUTED }] },
      },
      with: partOf('object', 'The input of the function.'),
    },
    ['call'],
  ),
} satisfies Properties;
