import { createJqExpressionEvaluator } from '../../expressions/jq/createJqExpressionEvaluator';
import { parseWorkflow } from '../parseWorkflow';
import { definitionWith, problemsOf } from '../testing/definitionText';

const USE = `use:
  secrets: [github]
  authentications:
    shared: { bearer: { token: "\${ $secrets.github.token }" } }
`;

const calling = (authentication: string) =>
  definitionWith(
    `${USE}do: [{ a: { call: http, with: { method: get, endpoint: { uri: http://h/, authentication: ${authentication} } } } }]`,
  );

const oauth2 = 'authority: "https://h/{realm}", grant: client_credentials';

describe('authentication', () => {
  it.each([
    [
      '{ basic: { username: u, password: "${ .p }" } }',
      { scheme: 'basic', username: 'u', password: '${ .p }' },
    ],
    [
      '{ digest: { username: u, password: p } }',
      { scheme: 'digest', username: 'u', password: 'p' },
    ],
    ['{ bearer: { token: t } }', { scheme: 'bearer', token: 't' }],
    ['{ bearer: { use: github } }', { scheme: 'bearer', secret: 'github' }],
    ['{ oidc: { use: github } }', { scheme: 'oidc', secret: 'github' }],
    [
      '{ use: shared }',
      { scheme: 'bearer', token: '${ $secrets.github.token }' },
    ],
    [
      `{ oauth2: { ${oauth2} } }`,
      {
        scheme: 'oauth2',
        oauth2: {
          authority: 'https://h/{realm}',
          grant: 'client_credentials',
          endpoints: {
            token: '/oauth2/token',
            revocation: '/oauth2/revoke',
            introspection: '/oauth2/introspect',
          },
          encoding: 'application/x-www-form-urlencoded',
          issuers: [],
          scopes: [],
          audiences: [],
        },
      },
    ],
    [
      `{ oauth2: { ${oauth2}, endpoints: { token: /t }, client: { id: i, secret: s }, request: { encoding: application/json }, scopes: [a, b], subject: { token: t, type: u } } }`,
      {
        oauth2: {
          endpoints: { token: '/t', revocation: '/oauth2/revoke' },
          client: {
            id: 'i',
            secret: 's',
            authentication: 'client_secret_post',
          },
          encoding: 'application/json',
          scopes: ['a', 'b'],
          subject: { token: 't', type: 'u' },
        },
      },
    ],
    [
      `{ oidc: { ${oauth2}, username: u, password: p } }`,
      { scheme: 'oidc', oauth2: { username: 'u', password: 'p' } },
    ],
  ])('takes %s', (authentication, expected) => {
    const expressions = createJqExpressionEvaluator();
    const { definition, problems } = parseWorkflow(calling(authentication), {
      expressions,
    });
    expect(problems).toEqual([]);
    expect(definition?.do[0]).toMatchObject({
      with: { authentication: expected },
    });
  });

  it.each([
    [
      '{ use: ☞shred }',
      'UNKNOWN_REFERENCE `shred` is not defined in `use.authentications`; did you mean `shared`?',
    ],
    [
      '☞shared',
      'WRONG_TYPE expected an authentication (an object with its scheme, or with `use`), found the text "shared"',
    ],
    [
      '{ ☞bearrer: { token: t } }',
      'UNKNOWN_PROPERTY unknown property `bearrer`; did you mean `bearer`?',
    ],
    [
      '{ basic: { username: u, password: p }, ☞bearer: { token: t } }',
      'INVALID_VALUE `basic` and `bearer` exclude each other; keep one',
    ],
    ['{ ☞basic: { username: u } }', 'MISSING_PROPERTY `password` is missing'],
    [
      '{ bearer: { use: ☞githbu } }',
      'UNKNOWN_REFERENCE the secret `githbu` is not listed in `use.secrets`; did you mean `github`?',
    ],
    [
      '{ bearer: { token: ☞"${ $secrets.githbu }" } }',
      'UNKNOWN_REFERENCE the secret `githbu` is not listed in `use.secrets`; did you mean `github`?',
    ],
    [
      '{ ☞oauth2: { grant: password } }',
      'MISSING_PROPERTY `authority` is missing',
    ],
    [
      '{ oauth2: { authority: a, grant: ☞client_credential } }',
      'INVALID_VALUE `client_credential` is none of authorization_code, client_credentials, password, refresh_token, urn:ietf:params:oauth:grant-type:token-exchange; did you mean `client_credentials`?',
    ],
    [
      `{ oauth2: { ${oauth2}, client: { authentication: ☞basic } } }`,
      'INVALID_VALUE `basic` is none of client_secret_post, client_secret_basic, client_secret_jwt, private_key_jwt, none',
    ],
    [
      `{ oidc: { ${oauth2}, ☞endpoints: {} } }`,
      'UNKNOWN_PROPERTY unknown property `endpoints`; possible here: client, request, issuers, scopes, audiences, username, password, subject, actor',
    ],
    [
      `{ oauth2: { ${oauth2}, scopes: ☞api } }`,
      'WRONG_TYPE expected a list of texts, found the text "api"',
    ],
    [
      `{ oauth2: { ${oauth2}, ☞actor: { token: t } } }`,
      'MISSING_PROPERTY `type` is missing',
    ],
  ])('reports %s', (authentication, problem) => {
    expect(problemsOf(calling(authentication))).toEqual([`☞ ${problem}`]);
  });
});
