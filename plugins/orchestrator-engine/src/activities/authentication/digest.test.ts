import { answerDigestChallenge } from './digest';
import { parseChallenges } from './parseChallenges';

/** The example of RFC 7616, 3.9.1. */
const request = {
  method: 'GET',
  target: '/dir/index.html',
  username: 'Mufasa',
  password: 'Circle of Life',
};
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const common =
  'realm="http-auth@example.org", qop="auth, auth-int", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';

describe('answerDigestChallenge', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    [
      'SHA-256',
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    ],
  ])('answers %s as RFC 7616 does', (algorithm, response) => {
    const challenge = `Digest ${common}, algorithm=${algorithm}`;
    const answer = answerDigestChallenge(challenge, request, cnonce);
    expect(answer).toContain(`response="${response}"`);
    expect(answer).toContain('nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv');
  });

  it('takes the strongest of several challenges', () => {
    const challenges = `Basic realm="x", Digest ${common}, algorithm=MD5, Digest ${common}, algorithm=SHA-256`;
    expect(answerDigestChallenge(challenges, request)).toContain(
      'algorithm=SHA-256',
    );
  });

  it('answers a challenge without qop as RFC 2069 does', () => {
    const answer = answerDigestChallenge(
      'Digest realm="r", nonce="n"',
      request,
    );
    expect(answer).toContain('response=');
    expect(answer).not.toContain('cnonce');
  });

  it.each([
    'Basic realm="x"',
    'Digest realm="r", nonce="n", algorithm=ROT13',
    'Digest realm="r", nonce="n", qop="auth-int"',
  ])('cannot answer %s', challenge => {
    expect(answerDigestChallenge(challenge, request)).toBeUndefined();
  });
});

describe('parseChallenges', () => {
  it('keeps commas and quotes within quotes', () => {
    expect(
      parseChallenges('Digest realm="a, \\"b\\"", nonce=x, Basic'),
    ).toEqual([
      { scheme: 'digest', parameters: { realm: 'a, "b"', nonce: 'x' } },
      { scheme: 'basic', parameters: {} },
    ]);
  });
});
