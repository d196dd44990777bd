import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { HearsayError } from './error.js';

/**
 * Whether an address is one of the public internet's. Loopback, private, link-local, carrier and reserved ranges are
 * not, nor are the IPv6 forms that wrap them.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/**
 * Refuses an address literal that is not public: a `lookup` guard never sees those. `URL` has already turned
 * `2130706433` and `127.1` into `127.0.0.1`.
 */
export function refusePrivateLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublic(host)) throw privateAddress(url.href);
}

/** A `lookup` that gives only public addresses, so that a name cannot lead into the local network. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, '', 4);
      return;
    }
    const open = addresses.filter(({ address }) => isPublic(address));
    const first = open[0];
    if (!first)
      callback(
        Object.assign(new Error(`${hostname} leads to a private address`), { code: 'PRIVATE_ADDRESS' }),
        '',
        4,
      );
    else if (options.all) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

export function privateAddress(origin: string): HearsayError {
  return new HearsayError(
    'private-address',
    'this leads into a private network, where Hearsay does not follow; save the page and give the file, or allow the host with --allow-host',
    origin,
  );
}
