import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A request to somewhere that the deployment does not allow. */
export class EgressRefusedError extends Error {
  readonly name = 'EgressRefusedError';
}

/** Which addresses workflows may call. @public */
export interface EgressRules {
  /**
   * Hosts that may be called: `api.example.com`, `*.example.com` for any below it, with `:port` for that port only.
   * Absent: any host.
   */
  readonly allowedHosts?: readonly string[];
}

/** Addresses that serve machines their own credentials; never to be reached, however the deployment is configured. */
const METADATA_ADDRESSES = new Set([
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  '100.100.100.200',
  '168.63.129.16',
]);

/**
 * Decides where workflows may send requests. Link-local and metadata addresses are always refused, also when a host name
 * leads to one; since the check is made on the address that is then connected to, a name cannot change in between.
 *
 * @public
 */
export class EgressPolicy {
  constructor(private readonly rules: EgressRules = {}) {}

  /** @throws EgressRefusedError */
  requireAllowed(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new EgressRefusedError(
        `${url.protocol} requests are not possible; use http:, https: or plugin:`,
      );
    }
    this.requireAllowedHost(url);
  }

  /**
   * For what is not spoken over HTTP.
   *
   * @throws EgressRefusedError
   */
  requireAllowedHost(url: URL): void {
    const { allowedHosts } = this.rules;
    if (allowedHosts && !allowedHosts.some(rule => fits(rule, url))) {
      throw new EgressRefusedError(
        `Requests to ${url.host} are not allowed; add the host to orchestrator.egress.allowedHosts`,
      );
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (ipaddr.isValid(host)) requireAddress(host);
  }

  /** A DNS lookup that gives allowed addresses only. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    systemLookup(hostname, options, (error, address, family) => {
      if (error) {
        callback(error, address, family);
        return;
      }
      try {
        for (const one of Array.isArray(address) ? address : [{ address }]) {
          requireAddress(one.address);
        }
      } catch (refused) {
        callback(refused as Error, '', 0);
        return;
      }
      callback(null, address, family);
    });
  };
}

function requireAddress(text: string): void {
  const address = innermost(ipaddr.process(text));
  const isRefused =
    address.range() === 'linkLocal' ||
    address.range() === 'unspecified' ||
    METADATA_ADDRESSES.has(address.toString());
  if (isRefused) {
    throw new EgressRefusedError(`Requests to ${text} are never allowed`);
  }
}

/** The IPv4 address that an IPv6 one stands for, by NAT64 (RFC 6052), 6to4 (RFC 3056) or the old "compatible" form. */
function innermost(address: ipaddr.IPv4 | ipaddr.IPv6) {
  if (!(address instanceof ipaddr.IPv6)) return address;
  const bytes = address.toByteArray();
  const at = embeddedAt(address, bytes);
  return at === undefined
    ? address
    : ipaddr.fromByteArray(bytes.slice(at, at + 4));
}

function embeddedAt(
  address: ipaddr.IPv6,
  bytes: readonly number[],
): number | undefined {
  if (address.range() === 'rfc6052') return 12;
  if (address.range() === '6to4') return 2;
  const isCompatible =
    bytes.slice(0, 12).every(byte => byte === 0) && bytes[12] !== 0;
  return isCompatible ? 12 : undefined;
}

function fits(rule: string, url: URL): boolean {
  const [host, port] = rule.toLowerCase().split(':');
  if (port !== undefined && port !== (url.port || defaultPort(url)))
    return false;
  return host.startsWith('*.')
    ? url.hostname.endsWith(host.slice(1))
    : url.hostname === host;
}

/** Ports that an address need not name. */
const DEFAULT_PORTS: { readonly [protocol: string]: string } = {
  'http:': '80',
  'ws:': '80',
  'https:': '443',
  'wss:': '443',
  'mqtt:': '1883',
  'mqtts:': '8883',
};

function defaultPort({ protocol }: URL): string | undefined {
  return DEFAULT_PORTS[protocol];
}
