import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';

/** Networks with a name of their own: this machine, one cable, and those that no address of the internet is in. */
const NAMED_NETWORKS: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

/** Finds where a request comes from. */
export type RemoteAddresses = {
  /** Whether whoever has this address is a proxy of ours, whose word is believed. */
  readonly isProxy: (address: string) => boolean;
  /** The address of whoever asked: the last one that no proxy of ours has. What stands before it in the header is only claimed. */
  readonly of: (request: IncomingMessage) => string;
};

/**
 * @param proxies addresses, networks (`10.0.0.0/8`) or names of `NAMED_NETWORKS`. Of none, nobody's `X-Forwarded-For` is
 * believed, and everybody has the address that their line comes from.
 */
export function makeRemoteAddresses(proxies: readonly string[]): RemoteAddresses {
  const isProxy = proxies.length === 0 ? () => false : asked(proxyAddr.compile([...proxies]));
  // A line that has ended has no address any more.
  return { isProxy, of: (request) => proxyAddr(request, isProxy) ?? '' };
}

/** The library throws at what is no address. */
function asked(trusts: (address: string, nth: number) => boolean): (address: string) => boolean {
  return (address) => isIP(address) !== 0 && trusts(address, 0);
}

/** Whether the text names a network as it is meant. The library would take `1` for the address 0.0.0.1. */
export function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true;
  const [, address = '', bits] = /^([^/]+)(?:\/(\d+))?$/u.exec(text) ?? [];
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  return version !== 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= most));
}
