/** HTTP Digest access authentication (RFC 7616) with `qop=auth`, and as RFC 2069 had it without `qop`. */
import { createHash, randomBytes } from 'node:crypto';
import { parseChallenges, type Challenge } from './parseChallenges';

/** Who asks for what. */
export interface DigestRequest {
  readonly method: string;
  /** Path and query of what is requested. */
  readonly target: string;
  readonly username: string;
  readonly password: string;
}

/** From the strongest; the second word is the one that the system's crypto knows. */
const HASHES = [
  ['SHA-512-256', 'sha512-256'],
  ['SHA-256', 'sha256'],
  ['MD5', 'md5'],
] as const;

/**
 * The value of `Authorization` that answers a server's challenge, by the strongest algorithm that it offers.
 *
 * @param header - of `WWW-Authenticate`
 * @returns `undefined` when it holds no digest challenge that can be answered
 */
export function answerDigestChallenge(
  header: string,
  request: DigestRequest,
  clientNonce: string = randomBytes(16).toString('hex'),
): string | undefined {
  const challenges = parseChallenges(header).filter(isAnswerable);
  const [strongest] = challenges.sort((a, b) => rankOf(a) - rankOf(b));
  return strongest && answer(strongest, request, clientNonce);
}

function isAnswerable(challenge: Challenge): boolean {
  const { nonce, qop } = challenge.parameters;
  return (
    challenge.scheme === 'digest' &&
    nonce !== undefined &&
    rankOf(challenge) >= 0 &&
    (qop === undefined || offersAuth(qop))
  );
}

function offersAuth(qop: string): boolean {
  return qop.split(',').some(one => one.trim() === 'auth');
}

function algorithmOf({ parameters }: Challenge): string {
  return parameters.algorithm ?? 'MD5';
}

function rankOf(challenge: Challenge): number {
  const name = algorithmOf(challenge)
    .toUpperCase()
    .replace(/-SESS$/, '');
  return HASHES.findIndex(([known]) => known === name);
}

function answer(
  challenge: Challenge,
  { method, target, username, password }: DigestRequest,
  cnonce: string,
): string {
  const { realm = '', nonce, opaque, qop, userhash } = challenge.parameters;
  const [, hashName] = HASHES[rankOf(challenge)];
  const hash = (...parts: readonly string[]) =>
    createHash(hashName).update(parts.join(':')).digest('hex');
  const isSession = /-sess$/i.test(algorithmOf(challenge));

  const account = hash(username, realm, password);
  const secret = isSession ? hash(account, nonce, cnonce) : account;
  const wanted = hash(method, target);
  const nc = '00000001';
  const response = qop
    ? hash(secret, nonce, nc, cnonce, 'auth', wanted)
    : hash(secret, nonce, wanted);
  const isHashed = userhash?.toLowerCase() === 'true';
  return `Digest ${[
    `username=${quoted(isHashed ? hash(username, realm) : username)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(target)}`,
    `algorithm=${algorithmOf(challenge)}`,
    `response="${response}"`,
    ...(qop ? ['qop=auth', `nc=${nc}`] : []),
    ...(qop || isSession ? [`cnonce="${cnonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(isHashed ? ['userhash=true'] : []),
  ].join(', ')}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
