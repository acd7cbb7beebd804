import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { expect, test } from 'vitest';
import { toldToSeveral, writePlainPackets } from './plain-packets.ts';

type Packet = Parameters<Server['encoder']['encode']>[0];
const [CONNECT, EVENT, ACK, CONNECT_ERROR] = [0, 2, 3, 4];

const theirs = new Server(createServer()).encoder;
const io = new Server(createServer());
writePlainPackets(io);
const both = (packet: Packet) => [io.encoder.encode(packet), theirs.encode(packet)];

test.each<[string, Packet]>([
  ['an event', { type: EVENT, nsp: '/', data: ['facts', { revisions: [{ æ: '«"\u2028»' }] }] }],
  ['an answer', { type: ACK, nsp: '/', id: 0, data: [{ ok: true, value: null }] }],
  ['an answer without anything', { type: ACK, nsp: '/', id: 17, data: [] }],
  ['a welcome', { type: CONNECT, nsp: '/', data: { sid: 'abc' } }],
  ['a welcome elsewhere', { type: CONNECT, nsp: '/other', data: { sid: 'abc' } }],
  ['a refusal', { type: CONNECT_ERROR, nsp: '/', data: { message: 'signed-out' } }],
  ['a goodbye', { type: 1, nsp: '/', data: undefined }],
])('%s is written as Socket.IO writes it', (_what, packet) => {
  const [ours, own] = both(packet);
  expect(ours).toEqual(own);
});

test('S16 what several are told reads the same for each, and is put into text once', () => {
  let times = 0;
  const answer = toldToSeveral({
    ok: true,
    toJSON: () => {
      times++;
      return { ok: true };
    },
  });
  const texts = [3, 4].map((id) => io.encoder.encode({ type: ACK, nsp: '/', id, data: [answer] }));
  expect(texts).toEqual([['33[{"ok":true}]'], ['34[{"ok":true}]']]);
  expect(times).toBe(1);
});
