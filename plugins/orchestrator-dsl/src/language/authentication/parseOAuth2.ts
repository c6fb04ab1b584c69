import { parseTextTemplate } from '../parseExpression';
import type { ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type {
  OAuth2Properties,
  OAuth2Token,
  Template,
} from '../WorkflowDefinition';

const GRANTS = [
  'authorization_code',
  'client_credentials',
  'password',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:token-exchange',
] as const;

const CLIENT_AUTHENTICATIONS = [
  'client_secret_post',
  'client_secret_basic',
  'client_secret_jwt',
  'private_key_jwt',
  'none',
] as const;

const ENCODINGS = [
  'application/x-www-form-urlencoded',
  'application/json',
] as const;

/** Reads the properties of `oauth2` or `oidc`, of which only the first has `endpoints`. @internal */
export function parseOAuth2(
  scheme: 'oauth2' | 'oidc',
  properties: ObjectReader,
  scope: ParseScope,
): OAuth2Properties {
  const text = (node: SourceNode) => parseTextTemplate(node, scope);
  const texts = (node: SourceNode) => node.items('a list of texts').map(text);
  const token = (node: SourceNode) => parseToken(node, scope);
  return {
    authority: properties.required('authority', text),
    grant: properties.required('grant', node => node.oneOf(GRANTS)),
    endpoints: readEndpoints(scheme, properties, text),
    client: properties.optional('client', node => parseClient(node, scope)),
    encoding: properties.optional('request', parseEncoding) ?? ENCODINGS[0],
    issuers: properties.optional('issuers', texts) ?? [],
    scopes: properties.optional('scopes', texts) ?? [],
    audiences: properties.optional('audiences', texts) ?? [],
    username: properties.optional('username', text),
    password: properties.optional('password', text),
    subject: properties.optional('subject', token),
    actor: properties.optional('actor', token),
  };
}

const DEFAULT_ENDPOINTS = {
  token: '/oauth2/token',
  revocation: '/oauth2/revoke',
  introspection: '/oauth2/introspect',
};

function readEndpoints(
  scheme: 'oauth2' | 'oidc',
  properties: ObjectReader,
  text: (node: SourceNode) => Template,
): OAuth2Properties['endpoints'] {
  if (scheme === 'oidc') return DEFAULT_ENDPOINTS;
  return (
    properties.optional('endpoints', node =>
      node.object(endpoints => ({
        token: endpoints.optional('token', text) ?? DEFAULT_ENDPOINTS.token,
        revocation:
          endpoints.optional('revocation', text) ??
          DEFAULT_ENDPOINTS.revocation,
        introspection:
          endpoints.optional('introspection', text) ??
          DEFAULT_ENDPOINTS.introspection,
      })),
    ) ?? DEFAULT_ENDPOINTS
  );
}

function parseClient(
  node: SourceNode,
  scope: ParseScope,
): OAuth2Properties['client'] {
  const text = (value: SourceNode) => parseTextTemplate(value, scope);
  return node.object(client => ({
    id: client.optional('id', text),
    secret: client.optional('secret', text),
    assertion: client.optional('assertion', text),
    authentication:
      client.optional('authentication', value =>
        value.oneOf(CLIENT_AUTHENTICATIONS),
      ) ?? CLIENT_AUTHENTICATIONS[0],
  }));
}

function parseEncoding(
  node: SourceNode,
): OAuth2Properties['encoding'] | undefined {
  return node.object(request =>
    request.optional('encoding', value => value.oneOf(ENCODINGS)),
  );
}

function parseToken(node: SourceNode, scope: ParseScope): OAuth2Token {
  const text = (value: SourceNode) => parseTextTemplate(value, scope);
  return node.object(token => ({
    token: token.required('token', text),
    type: token.required('type', text),
  }));
}
