import { Secrets } from './Secrets';

describe('Secrets', () => {
  function having(...texts: string[]) {
    const secrets = new Secrets();
    texts.forEach(text => secrets.add(text));
    return secrets;
  }

  it('masks each secret, the longest first, also percent-encoded', () => {
    const secrets = having('pass', 'password 1');
    expect(secrets.redact('pass password 1 password%201')).toBe('*** *** ***');
  });

  it('leaves alone what is too short to be one', () => {
    expect(having('a', '').redact('a banana')).toBe('a banana');
  });

  it('knows by their names which headers hold secrets', () => {
    const secrets = new Secrets();
    secrets.addNamed('X-Api-Key', 'key-123');
    secrets.addNamed('Authorization', 'Bearer token-123');
    secrets.addNamed('Accept', 'text/plain');
    expect(secrets.redact('key-123 token-123 text/plain')).toBe(
      '*** *** text/plain',
    );
  });

  it('cuts no secret in two', () => {
    const secrets = having('secret-secret');
    const start = 'x'.repeat(495);
    expect(secrets.excerpt(`${start}secret-secret`)).toBe(`${start}***`);
    const end = 'x'.repeat(995);
    expect(secrets.tail(`secret-secret${end}`)).toBe(`***${end}`);
  });
});
