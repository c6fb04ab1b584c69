import type { Template } from './values';

/** The five grants of OAuth 2 that the language knows. @public */
export type OAuth2Grant =
  | 'authorization_code'
  | 'client_credentials'
  | 'password'
  | 'refresh_token'
  | 'urn:ietf:params:oauth:grant-type:token-exchange';

/** How a client proves to the authority who it is. @public */
export type OAuth2ClientAuthentication =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'none';

/** A token to exchange. @public */
export interface OAuth2Token {
  readonly token: Template;
  readonly type: Template;
}

/** What `oauth2` and `oidc` have in common. @public */
export interface OAuth2Properties {
  /** URI of the authority; `endpoints` are relative to it. */
  readonly authority: Template;
  readonly grant: OAuth2Grant;
  /** Paths of the authority; `oidc` finds them by discovery instead. */
  readonly endpoints: {
    readonly token: Template;
    readonly revocation: Template;
    readonly introspection: Template;
  };
  readonly client?: {
    readonly id?: Template;
    readonly secret?: Template;
    readonly assertion?: Template;
    readonly authentication: OAuth2ClientAuthentication;
  };
  readonly encoding: 'application/x-www-form-urlencoded' | 'application/json';
  readonly issuers: readonly Template[];
  readonly scopes: readonly Template[];
  readonly audiences: readonly Template[];
  readonly username?: Template;
  readonly password?: Template;
  readonly subject?: OAuth2Token;
  readonly actor?: OAuth2Token;
}

/**
 * How a call proves who it comes from (DSL reference, "Authentication"); `use` by name is resolved. Where a scheme has
 * `secret`, its properties are those of the secret of that name.
 *
 * @public
 */
export type Authentication =
  | {
      readonly scheme: 'basic' | 'digest';
      readonly username: Template;
      readonly password: Template;
    }
  | { readonly scheme: 'bearer'; readonly token: Template }
  | { readonly scheme: 'oauth2' | 'oidc'; readonly oauth2: OAuth2Properties }
  | {
      readonly scheme: 'basic' | 'digest' | 'bearer' | 'oauth2' | 'oidc';
      readonly secret: string;
    };

/** An address, and how to prove there who calls. @public */
export interface Endpoint {
  /** An RFC 6570 level 1 URI template over the task's input, or an expression. */
  readonly uri: Template;
  readonly authentication?: Authentication;
}

/** A document that is not part of the definition. @public */
export interface ExternalResource {
  readonly name?: string;
  readonly endpoint: Endpoint;
}
