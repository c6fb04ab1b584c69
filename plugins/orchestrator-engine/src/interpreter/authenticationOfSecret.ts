import type {
  Authentication,
  Json,
  OAuth2ClientAuthentication,
  OAuth2Grant,
  OAuth2Properties,
  OAuth2Token,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { isList, isObject, type JsonObject } from './json';

/** Authentication that says all itself. */
export type InlineAuthentication = Exclude<
  Authentication,
  { readonly secret: string }
>;

const GRANTS: readonly OAuth2Grant[] = [
  'authorization_code',
  'client_credentials',
  'password',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:token-exchange',
];

const CLIENT_AUTHENTICATIONS: readonly OAuth2ClientAuthentication[] = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'none',
];

/** What a definition would say that had the members of the secret in place of its name: the same members, the same defaults. */
export function authenticationOfSecret(
  scheme: Authentication['scheme'],
  secret: JsonObject,
): InlineAuthentication {
  switch (scheme) {
    case 'bearer':
      return { scheme, token: secret.token ?? null };
    case 'oauth2':
    case 'oidc':
      return { scheme, oauth2: oauth2Properties(secret) };
    default: {
      const { username = null, password = null } = secret;
      return { scheme, username, password };
    }
  }
}

function oauth2Properties(secret: JsonObject): OAuth2Properties {
  const endpoints = objectIn(secret.endpoints) ?? {};
  const isJson = objectIn(secret.request)?.encoding === 'application/json';
  return {
    authority: secret.authority ?? null,
    grant: oneOf(GRANTS, secret.grant) ?? 'client_credentials',
    endpoints: {
      token: endpoints.token ?? '/oauth2/token',
      revocation: endpoints.revocation ?? '/oauth2/revoke',
      introspection: endpoints.introspection ?? '/oauth2/introspect',
    },
    client: clientIn(secret.client),
    encoding: isJson ? 'application/json' : 'application/x-www-form-urlencoded',
    issuers: listIn(secret.issuers),
    scopes: listIn(secret.scopes),
    audiences: listIn(secret.audiences),
    username: secret.username,
    password: secret.password,
    subject: tokenIn(secret.subject),
    actor: tokenIn(secret.actor),
  };
}

function clientIn(value: Json | undefined): OAuth2Properties['client'] {
  const client = objectIn(value);
  return (
    client && {
      id: client.id,
      secret: client.secret,
      assertion: client.assertion,
      authentication:
        oneOf(CLIENT_AUTHENTICATIONS, client.authentication) ??
        'client_secret_post',
    }
  );
}

function tokenIn(value: Json | undefined): OAuth2Token | undefined {
  const token = objectIn(value);
  return token && { token: token.token ?? null, type: token.type ?? null };
}

function objectIn(value: Json = null): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function listIn(value: Json = []): readonly Json[] {
  return isList(value) ? value : [value];
}

function oneOf<T extends string>(
  choices: readonly T[],
  value: Json | undefined,
): T | undefined {
  return choices.find(choice => choice === value);
}
