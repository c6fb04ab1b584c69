import { parseTextTemplate } from '../parseExpression';
import { resolveReference } from '../parseReference';
import type { ParseScope } from '../ParseScope';
import type { ObjectReader } from '../source/ObjectReader';
import type { SourceNode } from '../source/SourceNode';
import type { Authentication } from '../WorkflowDefinition';
import { parseOAuth2 } from './parseOAuth2';
import { parseSecretName } from './parseSecrets';

const SCHEMES = ['basic', 'bearer', 'digest', 'oauth2', 'oidc'] as const;

type Scheme = (typeof SCHEMES)[number];

const EXPECTED = 'an authentication (an object with its scheme, or with `use`)';

/** Reads an authentication, inline or by `use` (DSL reference, "Authentication"). @internal */
export function parseAuthentication(
  node: SourceNode,
  scope: ParseScope,
): Authentication | undefined {
  if (!node.member('use')) return parseAuthenticationPolicy(node, scope);
  return node.object(reference =>
    reference.required('use', name => parseNamedPolicy(name, scope)),
  );
}

function parseNamedPolicy(
  name: SourceNode,
  scope: ParseScope,
): Authentication | undefined {
  if (!name.isText()) {
    name.reportType('the name of an authentication');
    return undefined;
  }
  const { authentications } = scope.components;
  const policy = resolveReference(name, 'use.authentications', authentications);
  return parseAuthenticationPolicy(policy, scope);
}

/** Reads what stands in `use.authentications`. @internal */
export function parseAuthenticationPolicy(
  node: SourceNode,
  scope: ParseScope,
): Authentication | undefined {
  return node.object(policy => {
    const scheme = policy.exactlyOne(SCHEMES);
    return scheme && policy.optional(scheme, parseScheme(scheme, scope));
  }, EXPECTED);
}

const parseScheme =
  (scheme: Scheme, scope: ParseScope) =>
  (node: SourceNode): Authentication =>
    node.object(properties =>
      properties.has('use')
        ? {
            scheme,
            secret: properties.required('use', name =>
              parseSecretName(name, scope),
            ),
          }
        : readCredentials(scheme, properties, scope),
    );

function readCredentials(
  scheme: Scheme,
  properties: ObjectReader,
  scope: ParseScope,
): Authentication {
  const text = (node: SourceNode) => parseTextTemplate(node, scope);
  switch (scheme) {
    case 'bearer':
      return { scheme, token: properties.required('token', text) };
    case 'oauth2':
    case 'oidc':
      return { scheme, oauth2: parseOAuth2(scheme, properties, scope) };
    default:
      return {
        scheme,
        username: properties.required('username', text),
        password: properties.required('password', text),
      };
  }
}
