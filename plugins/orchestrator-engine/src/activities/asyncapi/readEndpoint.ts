/** AsyncAPI 2 and 3: what a task names, to where it is. */
import type { AsyncApiEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { Located, References } from '../documents/References';
import { listOr, objectOr, textOr, type JsonObject } from '../JsonObject';
import type { AsyncApiEndpoint } from './AsyncApiEndpoint';
import { chooseServer } from './chooseServer';

/** @throws WorkflowError `configuration` that names what exists */
export async function readEndpoint(
  references: References,
  effect: AsyncApiEffect,
): Promise<AsyncApiEndpoint> {
  const root = await references.root();
  const version = String(root.value.asyncapi);
  const channel = version.startsWith('2.')
    ? await readChannel2(root, references, effect)
    : await readChannel3(requireVersion3(root, version), references, effect);
  const chosen = await chooseServer(root, references, channel.servers, effect);
  return { ...chosen, ...channel.at };
}

interface Channel {
  readonly at: Pick<AsyncApiEndpoint, 'address' | 'method' | 'correlation'>;
  /** Names of the servers that have it; none: all of them. */
  readonly servers: readonly string[];
}

function requireVersion3(root: Located, version: string): Located {
  if (version.startsWith('3.')) return root;
  throw standardError(
    'configuration',
    `${root.document.uri} is no AsyncAPI document of version 2 or 3`,
  );
}

/** A task that sends uses the operation `publish`, one that receives `subscribe` (DSL reference, "AsyncAPI Call"). */
async function readChannel2(
  root: Located,
  references: References,
  { channel: name = '', action }: AsyncApiEffect,
): Promise<Channel> {
  const channels = objectOr(root.value.channels);
  requireNamed(root, 'channel', name, channels);
  const channel = await references.follow(channels[name], root);
  const operation = objectOr(
    channel.value[action.kind === 'send' ? 'publish' : 'subscribe'],
  );
  const message = await references.follow(operation.message, channel);
  return {
    at: {
      address: name,
      method: methodOf(operation),
      correlation: correlationOf(message.value),
    },
    servers: listOr(channel.value.servers).map(String),
  };
}

async function readChannel3(
  root: Located,
  references: References,
  effect: AsyncApiEffect,
): Promise<Channel> {
  const operation = await operationOf(root, references, effect);
  const channel = operation
    ? await references.follow(operation.value.channel, operation)
    : await channelNamed(root, references, effect);
  const [first] = Object.values(objectOr(channel.value.messages));
  const message = await references.follow(first, channel);
  return {
    at: {
      address: textOr(channel.value.address, ''),
      method: methodOf(operation?.value ?? {}),
      correlation: correlationOf(message.value),
    },
    servers: listOr(channel.value.servers).map(server =>
      String(objectOr(server).$ref).replace(/^.*\//, ''),
    ),
  };
}

async function operationOf(
  root: Located,
  references: References,
  { operation: name }: AsyncApiEffect,
): Promise<Located | undefined> {
  if (name === undefined) return undefined;
  const operations = objectOr(root.value.operations);
  requireNamed(root, 'operation', name, operations);
  return references.follow(operations[name], root);
}

async function channelNamed(
  root: Located,
  references: References,
  { channel: name = '' }: AsyncApiEffect,
): Promise<Located> {
  const channels = objectOr(root.value.channels);
  requireNamed(root, 'channel', name, channels);
  return references.follow(channels[name], root);
}

function requireNamed(
  { document }: Located,
  what: string,
  name: string,
  known: JsonObject,
): void {
  if (name in known) return;
  const names = Object.keys(known).join(', ') || 'none';
  throw standardError(
    'configuration',
    `${document.uri} has no ${what} ${name}; it has ${names}`,
  );
}

function methodOf(operation: JsonObject): string {
  const { http } = objectOr(operation.bindings);
  return textOr(objectOr(http).method, 'POST').toUpperCase();
}

function correlationOf(message: JsonObject): string | undefined {
  return textOr(objectOr(message.correlationId).location, undefined);
}
