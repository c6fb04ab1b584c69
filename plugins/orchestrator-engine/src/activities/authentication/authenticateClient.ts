import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { OAuth2Request } from '../../interpreter/DurableHost';
import { standardError } from '../../interpreter/WorkflowError';

/** What a token request says of the client. */
export interface ClientProof {
  readonly parameters: { readonly [name: string]: string };
  readonly authorization?: string;
}

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How the client proves to the authority who it is (RFC 6749, 2.3; RFC 7523; OpenID Connect Core, 9). */
export async function authenticateClient(
  client: OAuth2Request['client'],
  tokenEndpoint: string,
): Promise<ClientProof> {
  if (!client) return { parameters: {} };
  switch (client.authentication) {
    case 'none':
      return { parameters: client.id ? { client_id: client.id } : {} };
    case 'client_secret_basic':
      return { parameters: {}, authorization: basicProof(client) };
    case 'client_secret_post':
      return {
        parameters: {
          client_id: required(client, 'id'),
          ...(client.secret !== undefined && { client_secret: client.secret }),
        },
      };
    default:
      return {
        parameters: {
          ...(client.id && { client_id: client.id }),
          client_assertion_type: JWT_BEARER,
          client_assertion:
            client.assertion ?? (await signAssertion(client, tokenEndpoint)),
        },
      };
  }
}

type Client = NonNullable<OAuth2Request['client']>;

function basicProof(client: Client): string {
  const parts = [required(client, 'id'), required(client, 'secret')];
  const pair = parts.map(formEncoded).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

/** A statement of who the client is, good for a minute, signed with its secret or with the private key that its secret is. */
async function signAssertion(
  client: Client,
  audience: string,
): Promise<string> {
  const id = required(client, 'id');
  const secret = required(client, 'secret');
  const { key, alg } =
    client.authentication === 'client_secret_jwt'
      ? { key: Buffer.from(secret), alg: 'HS256' }
      : privateKeyOf(secret);
  return new SignJWT()
    .setProtectedHeader({ alg, typ: 'JWT' })
    .setIssuer(id)
    .setSubject(id)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('1 minute')
    .sign(key);
}

function privateKeyOf(pem: string): { key: KeyObject; alg: string } {
  try {
    const key = createPrivateKey(pem);
    return { key, alg: algorithmOf(key) };
  } catch {
    throw standardError(
      'configuration',
      'private_key_jwt needs an `assertion` or, as `secret`, a private key in PEM: RSA, P-256 or Ed25519',
    );
  }
}

function algorithmOf({ asymmetricKeyType }: KeyObject): string {
  switch (asymmetricKeyType) {
    case 'rsa':
      return 'RS256';
    case 'ec':
      return 'ES256';
    case 'ed25519':
      return 'EdDSA';
    default:
      throw new Error(`Keys of type ${asymmetricKeyType} cannot sign`);
  }
}

function required(client: Client, name: 'id' | 'secret'): string {
  const value = client[name];
  if (value) return value;
  throw standardError(
    'configuration',
    `Client authentication by ${client.authentication} needs the client's \`${name}\``,
  );
}
