import { unfit } from './describe';

const BASE64 =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Of the text's UTF-8. @internal */
export function encodeBase64(text: string): string {
  return encode(text, BASE64, 6, 4);
}

/** Of the text's UTF-8. @internal */
export function encodeBase32(text: string): string {
  return encode(text, BASE32, 5, 8);
}

/** @throws JqError when the text is not base 64 @internal */
export function decodeBase64(text: string): string {
  const digits = text.replace(/=+$/, '');
  if (digits.length > 0 && digits.length % 4 === 1) {
    const isValid = [...digits].every(digit => BASE64.includes(digit));
    throw isValid
      ? unfit(text, 'trailing base64 byte found')
      : unfit(text, 'is not valid base64 data');
  }
  return decode(text, digits, BASE64, 6, 'base64');
}

/** @throws JqError when the text is not base 32 @internal */
export function decodeBase32(text: string): string {
  return decode(text, text.replace(/=+$/, ''), BASE32, 5, 'base32');
}

function encode(
  text: string,
  alphabet: string,
  bitsPerDigit: number,
  groupLength: number,
): string {
  let buffer = 0;
  let bits = 0;
  let encoded = '';
  for (const byte of new TextEncoder().encode(text)) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= bitsPerDigit) {
      bits -= bitsPerDigit;
      encoded += alphabet[(buffer >> bits) & (alphabet.length - 1)];
    }
  }
  if (bits > 0) {
    encoded +=
      alphabet[(buffer << (bitsPerDigit - bits)) & (alphabet.length - 1)];
  }
  const groups = Math.ceil(encoded.length / groupLength);
  return encoded.padEnd(groups * groupLength, '=');
}

function decode(
  text: string,
  digits: string,
  alphabet: string,
  bitsPerDigit: number,
  name: string,
): string {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) throw unfit(text, `is not valid ${name} data`);
    buffer = ((buffer << bitsPerDigit) | value) & 0xffff;
    bits += bitsPerDigit;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
    }
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new Uint8Array(bytes),
  );
}
