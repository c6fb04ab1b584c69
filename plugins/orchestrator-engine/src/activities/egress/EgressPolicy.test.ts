import { EgressPolicy } from './EgressPolicy';

describe('EgressPolicy', () => {
  const refusal = (url: string, allowedHosts?: string[]) => {
    try {
      new EgressPolicy({ allowedHosts }).requireAllowed(new URL(url));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.name : error;
    }
  };

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://0.0.0.0/',
    'http://2852039166/',
    'http://[fd00:ec2::23]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[2002:a9fe:a9fe::]/',
    'http://[::169.254.169.254]/',
    'http://168.63.129.16/',
    'file:///etc/passwd',
  ])('always refuses %s', url => {
    expect(refusal(url)).toBe('EgressRefusedError');
    expect(refusal(url, ['*', new URL(url).hostname])).toBe(
      'EgressRefusedError',
    );
  });

  it.each([
    ['http://api.example.com/', ['api.example.com'], undefined],
    ['http://api.example.com/', ['*.example.com'], undefined],
    ['https://api.example.com/', ['api.example.com:443'], undefined],
    [
      'http://api.example.com:8080/',
      ['api.example.com:443'],
      'EgressRefusedError',
    ],
    [
      'http://example.com.evil.org/',
      ['*.example.com', 'example.com'],
      'EgressRefusedError',
    ],
    ['http://evilexample.com/', ['*.example.com'], 'EgressRefusedError'],
    ['http://anything.org/', undefined, undefined],
    ['http://anything.org/', [], 'EgressRefusedError'],
  ])('%s with the allowed hosts %p', (url, allowedHosts, expected) => {
    expect(refusal(url, allowedHosts)).toBe(expected);
  });

  it('refuses a name that leads to a refused address', async () => {
    const { lookup } = new EgressPolicy();
    const error = await new Promise(resolve =>
      lookup('169.254.169.254', { all: true }, resolve),
    );
    expect(error).toMatchObject({ name: 'EgressRefusedError' });
  });
});
