import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { makeRemoteAddresses } from './remote-address.ts';

function asking(remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

test.each([
  [[], '127.0.0.1', '203.0.113.9'],
  [['10.0.0.7'], '10.0.0.8', '203.0.113.9'],
  [['10.0.0.7'], '::ffff:10.0.0.8', '10.0.0.7'],
  [['uniquelocal'], '203.0.113.1', '10.0.0.7, 203.0.113.9'],
])('where %j is believed, what %s claims is passed over', (proxies, line, claimed) => {
  expect(makeRemoteAddresses(proxies).of(asking(line, claimed))).toBe(line);
});

test.each([
  [['loopback'], '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  [['loopback'], '::1', '2001:db8::9', '2001:db8::9'],
  [['127.0.0.1'], '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
  [['loopback'], '127.0.0.1', '198.51.100.66, 203.0.113.9', '203.0.113.9'],
  [['loopback', '10.0.0.0/8'], '127.0.0.1', '198.51.100.66, 203.0.113.9, 10.2.3.4', '203.0.113.9'],
  [['loopback'], '127.0.0.1', '203.0.113.9, 10.2.3.4', '10.2.3.4'],
  [['loopback'], '127.0.0.1', '203.0.113.9, not an address', 'not an address'],
  [['loopback'], '127.0.0.1', '', '127.0.0.1'],
  [['loopback'], '127.0.0.1', undefined, '127.0.0.1'],
])('where %j is believed, %s with the header %j brings %s', (proxies, line, header, address) => {
  expect(makeRemoteAddresses(proxies).of(asking(line, header))).toBe(address);
});

test.each([[[]], [['loopback']]])('a line that has ended comes from nowhere (%j)', (proxies) => {
  expect(makeRemoteAddresses(proxies).of(asking(undefined, '203.0.113.9'))).toBe('');
});
