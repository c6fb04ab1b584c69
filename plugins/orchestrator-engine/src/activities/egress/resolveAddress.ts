import { isIP } from 'node:net';
import type { EgressPolicy } from './EgressPolicy';

/**
 * The address that a name stands for, checked against the egress rules: for clients that look names up themselves, so that what
 * is checked is what is connected to.
 *
 * @throws EgressRefusedError
 */
export async function resolveAddress(
  egress: EgressPolicy,
  url: URL,
): Promise<string> {
  egress.requireAllowedHost(url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return host;
  return new Promise((resolve, reject) => {
    egress.lookup(host, {}, (error, address) => {
      if (error) reject(error);
      else resolve(String(address));
    });
  });
}
