import { randomBytes } from 'node:crypto';
import { SecretCipher } from './SecretCipher';

const newKey = () => randomBytes(32).toString('base64');
const old = newKey();
const cipher = new SecretCipher([old]);

it.each(['', 'ghp_token', 'zwölf Boxkämpfer 🥊', 'x'.repeat(100_000)])(
  'opens what it has encrypted (case %#)',
  text => {
    expect(cipher.decrypt(cipher.encrypt(text, 'a'), 'a')).toBe(text);
  },
);

it('shows nothing of the text, and never makes the same twice', () => {
  const [one, other] = [1, 2].map(() => cipher.encrypt('ghp_token', 'a'));
  expect(one).not.toBe(other);
  expect(Buffer.from(one.split('.')[3], 'base64url').toString()).not.toContain(
    'ghp_token',
  );
});

it('encrypts with the newest key and still opens what older ones have encrypted', () => {
  const newest = newKey();
  const rotated = new SecretCipher([newest, old]);
  expect(rotated.decrypt(cipher.encrypt('t', 'a'), 'a')).toBe('t');
  expect(
    new SecretCipher([newest]).decrypt(rotated.encrypt('t', 'a'), 'a'),
  ).toBe('t');
});

it('says that a key is missing when it has been taken out of the configuration', () => {
  const without = new SecretCipher([newKey()]);
  expect(() => without.decrypt(cipher.encrypt('t', 'a'), 'a')).toThrow(
    expect.objectContaining({
      name: 'DecryptionFailedError',
      code: 'KEY_UNKNOWN',
      message: expect.stringContaining('orchestrator.encryptionKeys'),
    }),
  );
});

it('does not open what was encrypted for another place', () => {
  expect(() => cipher.decrypt(cipher.encrypt('t', 'a'), 'b')).toThrow(
    expect.objectContaining({ code: 'ALTERED' }),
  );
});

it('does not open what was altered, whichever byte it was', () => {
  const encrypted = cipher.encrypt('ghp_token', 'a');
  const [format, id, nonce, body] = encrypted.split('.');
  const flipped = (part: string) => {
    const bytes = Buffer.from(part, 'base64url');
    return [...bytes.keys()].map(index => {
      const altered = Buffer.from(bytes);
      altered[index] ^= 1;
      return altered.toString('base64url');
    });
  };
  const altered = [
    ...flipped(nonce).map(other => [format, id, other, body]),
    ...flipped(body).map(other => [format, id, nonce, other]),
    [format, id, nonce, ''],
    [format, id, '', body],
    ['v2', id, nonce, body],
    [format, id, nonce],
    [''],
  ];
  for (const parts of altered) {
    expect(() => cipher.decrypt(parts.join('.'), 'a')).toThrow(
      expect.objectContaining({ code: 'ALTERED' }),
    );
  }
});

it.each(['', 'secret', randomBytes(16).toString('base64'), `${old} `])(
  'refuses a key that is not 32 bytes in base64, without showing it (case %#)',
  key => {
    expect(() => new SecretCipher([old, key])).toThrow(
      'Encryption key 2 is not 32 bytes in base64',
    );
  },
);

it('refuses to go without a key', () => {
  expect(() => new SecretCipher([])).toThrow('There is no encryption key');
});
