/** What calls may name of the protocols that they speak: for the parser and for the schemas alike. */

/** Methods of the Agent2Agent protocol. @internal */
export const A2A_METHODS = [
  'message/send',
  'message/stream',
  'tasks/get',
  'tasks/list',
  'tasks/cancel',
  'tasks/resubscribe',
  'tasks/pushNotificationConfig/set',
  'tasks/pushNotificationConfig/get',
  'tasks/pushNotificationConfig/list',
  'tasks/pushNotificationConfig/delete',
  'agent/getAuthenticatedExtendedCard',
] as const;

/** Methods of the Model Context Protocol. @internal */
export const MCP_METHODS = [
  'tools/list',
  'tools/call',
  'prompts/list',
  'prompts/get',
  'resources/list',
  'resources/read',
  'resources/templates/list',
] as const;

/** The version of the Model Context Protocol that a call speaks that names none. @internal */
export const MCP_VERSION = '2025-06-18';

/** Protocols of AsyncAPI servers. @internal */
export const ASYNCAPI_PROTOCOLS = [
  'amqp',
  'amqp1',
  'anypointmq',
  'googlepubsub',
  'http',
  'ibmmq',
  'jms',
  'kafka',
  'mercure',
  'mqtt',
  'mqtt5',
  'nats',
  'pulsar',
  'redis',
  'sns',
  'solace',
  'sqs',
  'stomp',
  'ws',
] as const;
