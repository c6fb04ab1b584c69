/** Who a call comes from: `authentication` of the definition, filled in (DSL reference, "Authentication"). */
import type {
  Authentication,
  Json,
  OAuth2Properties,
  OAuth2Token,
  Template,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  authenticationOfSecret,
  type InlineAuthentication,
} from './authenticationOfSecret';
import type { Credentials, OAuth2Request } from './effects';
import { fillOptionalText, fillText } from './fillAs';
import { fillUri } from './fillUri';
import { asText, isObject } from './json';
import type { Evaluation } from './Run';
import { secretNamed } from './secrets';
import { standardError } from './WorkflowError';

/** How a field is read: filled in from the definition, or as a secret has it. */
interface Source {
  text(field: Template | undefined, what: string): string;
  optional(field: Template | undefined): string | undefined;
  uri(field: Template | undefined, what: string): string;
}

/**
 * What a call proves with who it comes from.
 *
 * @throws {@link WorkflowError} of kind `expression` when a field gives no text, `authorization` when a secret is not available,
 *   `configuration` when one lacks what the scheme needs
 */
export function credentialsOf(
  authentication: Authentication | undefined,
  on: Evaluation,
): Credentials | undefined {
  if (!authentication) return undefined;
  if (!('secret' in authentication)) {
    return credentialsFrom(authentication, filledIn(on));
  }
  const { scheme, secret } = authentication;
  const value = secretNamed(secret, on.run);
  if (!isObject(value)) {
    throw lacking(secret, `an object with what ${scheme} needs`);
  }
  return credentialsFrom(
    authenticationOfSecret(scheme, value),
    asWritten(secret),
  );
}

/** `$authorization` of a call: of `oauth2`, `oidc` and `digest` only the scheme is known before the call is made. */
export function authorizationOf(credentials: Credentials | undefined): Json {
  switch (credentials?.scheme) {
    case undefined:
      return null;
    case 'basic': {
      const { username, password } = credentials;
      const pair = Buffer.from(`${username}:${password}`).toString('base64');
      return { scheme: 'Basic', parameter: pair };
    }
    case 'bearer':
      return { scheme: 'Bearer', parameter: credentials.token };
    case 'digest':
      return { scheme: 'Digest', parameter: null };
    default:
      return { scheme: 'Bearer', parameter: null };
  }
}

function credentialsFrom(
  authentication: InlineAuthentication,
  source: Source,
): Credentials {
  switch (authentication.scheme) {
    case 'bearer': {
      const { scheme, token } = authentication;
      return { scheme, token: source.text(token, 'token') };
    }
    case 'oauth2':
    case 'oidc': {
      const { scheme, oauth2 } = authentication;
      return { scheme, request: oauth2Request(oauth2, source) };
    }
    default: {
      const { scheme, username, password } = authentication;
      return {
        scheme,
        username: source.text(username, 'username'),
        password: source.optional(password) ?? '',
      };
    }
  }
}

function oauth2Request(
  properties: OAuth2Properties,
  source: Source,
): OAuth2Request {
  const { authority, grant, endpoints, client, encoding } = properties;
  const { issuers, scopes, audiences, subject, actor } = properties;
  const texts = (templates: readonly Template[], what: string) =>
    templates.map(template => source.text(template, what));
  return {
    authority: source.uri(authority, 'authority'),
    grant,
    endpoints: {
      token: source.text(endpoints.token, 'endpoints.token'),
      revocation: source.text(endpoints.revocation, 'endpoints.revocation'),
      introspection: source.text(
        endpoints.introspection,
        'endpoints.introspection',
      ),
    },
    ...(client && {
      client: {
        id: source.optional(client.id),
        secret: source.optional(client.secret),
        assertion: source.optional(client.assertion),
        authentication: client.authentication,
      },
    }),
    encoding,
    issuers: texts(issuers, 'issuers'),
    scopes: texts(scopes, 'scopes'),
    audiences: texts(audiences, 'audiences'),
    username: source.optional(properties.username),
    password: source.optional(properties.password),
    subject: subject && tokenOf(subject, source),
    actor: actor && tokenOf(actor, source),
  };
}

function tokenOf({ token, type }: OAuth2Token, source: Source) {
  return {
    token: source.text(token, 'token'),
    type: source.text(type, 'type'),
  };
}

function filledIn(on: Evaluation): Source {
  return {
    text: (field, what) => fillText(field ?? null, on, what),
    optional: field => fillOptionalText(field, on),
    uri: (field, what) => fillUri(field ?? null, on, what),
  };
}

/** Nothing in a secret is evaluated. */
function asWritten(secret: string): Source {
  const text: Source['text'] = (field, what) => {
    if (typeof field === 'string' && field !== '') return field;
    throw lacking(secret, `\`${what}\`, a text`);
  };
  const optional: Source['optional'] = (field = null) =>
    field === null ? undefined : asText(field);
  return { text, optional, uri: text };
}

function lacking(secret: string, what: string) {
  return standardError(
    'configuration',
    `The secret \`${secret}\` must have ${what}`,
  );
}
