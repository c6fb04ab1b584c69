import { withoutSecrets } from './withoutSecrets';

const input = { name: 'Ada', pin: '1234', nested: [{ pin: '1', level: 2 }] };

describe('what is kept of an input', () => {
  it.each([
    ['is write-only', { writeOnly: true }],
    ['is a password', { format: 'password' }],
    ['is typed hidden', { 'ui:widget': 'password' }],
    ['is a secret of the portal', { 'ui:field': 'Secret' }],
    ['refers to a secret', { $ref: '#/$defs/hidden' }],
  ])('leaves out what %s, wherever it stands', (_, pin) => {
    const schema = {
      $defs: { hidden: { type: 'string', writeOnly: true } },
      properties: { name: { type: 'string' } },
      dependentSchemas: { name: { properties: { pin } } },
    } as const;
    expect(withoutSecrets(input, schema)).toEqual({
      name: 'Ada',
      nested: [{ level: 2 }],
    });
  });

  it.each([
    'password',
    'dbPassword',
    'clientSecret',
    'accessToken',
    'api_key',
    'Authorization',
  ])('leaves out what is called %s, also without a schema', name => {
    expect(withoutSecrets({ ...input, [name]: 'x' })).toEqual(input);
  });

  it('leaves out nothing else', () => {
    const harmless = { a: null, b: [1, 'two', null], c: { d: false } };
    expect(withoutSecrets(harmless)).toEqual(harmless);
  });
});
