import {
  choice,
  closedObject,
  exactlyOne,
  listOf,
  partOf,
  text,
  type Properties,
  type Schema,
} from './elements';

const fromSecret = closedObject(
  'Takes the properties from a secret.',
  { use: text('One of the names in `use.secrets`.') },
  ['use'],
);

const template = (description: string) => partOf('textTemplate', description);

const texts = (description: string) =>
  listOf(description, partOf('textTemplate'));

const scheme = (inline: Schema): Schema => ({ oneOf: [inline, fromSecret] });

const login = (description: string) =>
  scheme(
    closedObject(
      description,
      {
        username: template('Who logs in.'),
        password: template('The password; better from a secret.'),
      },
      ['username', 'password'],
    ),
  );

const token: Schema = closedObject(
  'A token to exchange.',
  {
    token: template('The token.'),
    type: template('The type of the token, a URI.'),
  },
  ['token', 'type'],
);

const OAUTH2: Properties = {
  authority: template('The address of the authority that gives the tokens.'),
  grant: choice('How a token is obtained.', [
    'authorization_code',
    'client_credentials',
    'password',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:token-exchange',
  ]),
  client: closedObject('Who asks for the token.', {
    id: template('The id of the client.'),
    secret: template('The secret of the client.'),
    assertion: template('A signed JWT that stands for the client’s secret.'),
    authentication: choice(
      'How the client proves who it is.',
      [
        'client_secret_post',
        'client_secret_basic',
        'client_secret_jwt',
        'private_key_jwt',
        'none',
      ],
      'client_secret_post',
    ),
  }),
  request: closedObject('How the token is asked for.', {
    encoding: choice(
      'The encoding of the request.',
      ['application/x-www-form-urlencoded', 'application/json'],
      'application/x-www-form-urlencoded',
    ),
  }),
  issuers: texts('Who may have issued the token.'),
  scopes: texts('What the token should allow.'),
  audiences: texts('Whom the token is for.'),
  username: template('Who logs in, with the grant `password`.'),
  password: template('The password, with the grant `password`.'),
  subject: token,
  actor: token,
};

const REQUIRED = ['authority', 'grant'];

const endpoints = closedObject('Paths of the authority.', {
  token: { ...template('Gives tokens.'), default: '/oauth2/token' },
  revocation: { ...template('Revokes tokens.'), default: '/oauth2/revoke' },
  introspection: {
    ...template('Tells about tokens.'),
    default: '/oauth2/introspect',
  },
});

/** How calls prove who they come from. @internal */
export const AUTHENTICATION_SCHEMAS: Properties = {
  authenticationPolicy: {
    ...closedObject('How a call proves who it comes from.', {
      basic: login('User and password, with every request.'),
      digest: login('User and password, never sent themselves.'),
      bearer: scheme(
        closedObject(
          'A token, with every request.',
          { token: template('The token; better from a secret.') },
          ['token'],
        ),
      ),
      oauth2: scheme(
        closedObject(
          'A token of an OAuth 2 authority.',
          { ...OAUTH2, endpoints },
          REQUIRED,
        ),
      ),
      oidc: scheme(
        closedObject(
          'A token of an OpenID Connect authority, whose endpoints are discovered.',
          OAUTH2,
          REQUIRED,
        ),
      ),
    }),
    ...exactlyOne(['basic', 'digest', 'bearer', 'oauth2', 'oidc']),
  },
  authentication: {
    description: 'How the call proves who it comes from.',
    oneOf: [
      closedObject(
        'A policy that is defined once.',
        { use: text('A name in `use.authentications`.') },
        ['use'],
      ),
      partOf('authenticationPolicy'),
    ],
  },
  endpoint: endpoint('serviceUri', 'Where to call'),
  documentEndpoint: endpoint('documentUri', 'Where the document is'),
  externalResource: closedObject(
    'A document that is not part of the definition.',
    {
      name: text('What to call it.'),
      endpoint: partOf('documentEndpoint'),
    },
    ['endpoint'],
  ),
};

function endpoint(uri: string, description: string): Schema {
  return {
    description: `${description}: an address, or an address with an authentication.`,
    oneOf: [
      partOf(uri),
      closedObject(
        'An address with an authentication.',
        { uri: partOf(uri), authentication: partOf('authentication') },
        ['uri'],
      ),
    ],
  };
}
