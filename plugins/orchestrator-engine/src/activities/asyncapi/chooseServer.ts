import type { AsyncApiEffect } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { Located, References } from '../documents/References';
import { plainText } from '../http/encodeBody';
import { objectOr, textOr, type JsonObject } from '../JsonObject';
import { ASYNCAPI_PROTOCOLS, type AsyncApiEndpoint } from './AsyncApiEndpoint';

/** What servers write for each protocol. */
const WRITTEN: {
  readonly [written: string]: AsyncApiEndpoint['protocol'];
} = {
  http: 'http',
  https: 'http',
  ws: 'ws',
  wss: 'ws',
  mqtt: 'mqtt',
  mqtts: 'mqtt',
  'secure-mqtt': 'mqtt',
  mqtt5: 'mqtt5',
};

const SCHEMES: { readonly [written: string]: string } = {
  'secure-mqtt': 'mqtts',
  mqtt5: 'mqtt',
};

/** The part of an effect that says which server is meant. */
type Wanted = Pick<AsyncApiEffect, 'server' | 'protocol'>;

/**
 * The server that a task names, else the first of the channel's that speaks what the task wants and we can.
 *
 * @throws WorkflowError `configuration` that names what exists
 */
export async function chooseServer(
  root: Located,
  references: References,
  names: readonly string[],
  wanted: Wanted,
): Promise<Pick<AsyncApiEndpoint, 'protocol' | 'url'>> {
  const servers = objectOr(root.value.servers);
  const candidates = candidatesOf(servers, names, wanted);
  const spoken: string[] = [];
  for (const name of candidates) {
    const { value } = await references.follow(servers[name], root);
    const written = textOr(value.protocol, '');
    const protocol = WRITTEN[written];
    if (protocol && suits(protocol, wanted)) {
      const url = addressOf(root, value, written, wanted);
      return {
        protocol: wanted.protocol === 'mqtt5' ? 'mqtt5' : protocol,
        url,
      };
    }
    spoken.push(`${name} (${written})`);
  }
  throw noServer(root, spoken, wanted);
}

function candidatesOf(
  servers: JsonObject,
  names: readonly string[],
  { server }: Wanted,
): readonly string[] {
  const all = names.length > 0 ? names : Object.keys(servers);
  if (!server) return all;
  return server.name in servers ? [server.name] : [];
}

function suits(
  protocol: AsyncApiEndpoint['protocol'],
  { protocol: wanted, server }: Wanted,
): boolean {
  if (server || wanted === undefined || wanted === protocol) return true;
  return wanted === 'mqtt5' && protocol === 'mqtt';
}

function noServer(
  { document, value }: Located,
  spoken: readonly string[],
  { server, protocol }: Wanted,
): Error {
  const known = Object.keys(objectOr(value.servers)).join(', ') || 'none';
  const has = spoken.join(', ') || known;
  const named = server ? ` ${server.name}` : '';
  const speaking = protocol && !server ? ` for ${protocol}` : '';
  return standardError(
    'configuration',
    `${
      document.uri
    } has no server${named}${speaking} that can be used: it has ${has}; this deployment speaks ${ASYNCAPI_PROTOCOLS.join(
      ', ',
    )}`,
  );
}

/** In AsyncAPI 2 a `url`, which may lack its scheme; in 3 `host` and `pathname`. */
function addressOf(
  { document }: Located,
  server: JsonObject,
  written: string,
  wanted: Wanted,
): URL {
  const given = textOr(server.url, undefined) ?? hostAndPath(server);
  const variables = objectOr(server.variables);
  const filled = given.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value =
      wanted.server?.variables[name] ?? objectOr(variables[name]).default;
    return value === undefined ? whole : plainText(value);
  });
  const rest = filled.replace(/^[\w+.-]+:\/\//, '');
  const text = `${SCHEMES[written] ?? written}://${rest}`;
  if (URL.canParse(text)) return new URL(text);
  throw standardError(
    'validation',
    `The server ${given} of ${document.uri} is no address`,
  );
}

function hostAndPath({ host, pathname }: JsonObject): string {
  return `${textOr(host, '')}${textOr(pathname, '')}`;
}
