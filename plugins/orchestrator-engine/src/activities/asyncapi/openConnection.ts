import type {
  AsyncApiEffect,
  Credentials,
} from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';
import type { AuthenticatedHttp } from '../authentication/AuthenticatedHttp';
import type { Call } from '../Call';
import type { AsyncApiEndpoint, Connection } from './AsyncApiEndpoint';
import { headerTexts, traced } from './messages';
import { openMqtt, type MqttLogin } from './openMqtt';
import { openWebSocket } from './openWebSocket';

/**
 * A connection to an endpoint that keeps one, with the credentials of the effect.
 *
 * @throws WorkflowError `configuration` for HTTP, which keeps none
 */
export async function openConnection(
  http: AuthenticatedHttp,
  { authentication, action }: AsyncApiEffect,
  endpoint: AsyncApiEndpoint,
  call: Call,
): Promise<Connection> {
  const { guarded } = http;
  switch (endpoint.protocol) {
    case 'ws': {
      const headers = {
        ...(await authorizationOf(http, authentication, call)),
        ...(action.kind === 'send' && headerTexts(action.headers)),
      };
      const all = traced(headers, call);
      return openWebSocket(guarded, endpoint, all, call.signal);
    }
    case 'mqtt':
    case 'mqtt5': {
      const login = await loginOf(http, authentication, call);
      return openMqtt(guarded, endpoint, login, call.signal);
    }
    default:
      throw standardError(
        'configuration',
        'Messages cannot be received over http; use a server that speaks ws or mqtt',
      );
  }
}

async function authorizationOf(
  http: AuthenticatedHttp,
  credentials: Credentials | undefined,
  call: Call,
): Promise<{ readonly [name: string]: string }> {
  if (!credentials) return {};
  const authorization = await http.authorizationOf(credentials, call);
  if (authorization !== undefined) return { authorization };
  throw standardError(
    'configuration',
    'Digest authentication is for http only',
  );
}

/** MQTT has no place for a token but the password. */
async function loginOf(
  http: AuthenticatedHttp,
  credentials: Credentials | undefined,
  call: Call,
): Promise<MqttLogin> {
  if (credentials?.scheme === 'basic') {
    call.secrets.addCredentials(credentials);
    const { username, password } = credentials;
    return { username, password };
  }
  const { authorization } = await authorizationOf(http, credentials, call);
  if (authorization === undefined) return {};
  return { username: '', password: authorization.replace(/^Bearer /, '') };
}
