/** Tokens that a caller hands to an instance, by who issued them, such as `github`. @public */
export type AuthTokens = { readonly [provider: string]: string };
