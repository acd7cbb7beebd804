import { createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { setTimeout as delay } from 'node:timers/promises';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import type { MediaEndpoint } from '../../server/platform/livekit/settings.ts';

/** Where a media server tells browsers to send media. */
export type Candidate = {
  readonly protocol: string;
  readonly address: string;
  readonly port: number;
};

export type KnockAnswer = {
  readonly version: string;
  /** STUN and TURN servers that it names to browsers. */
  readonly iceServers: readonly string[];
  readonly candidates: readonly Candidate[];
  /** How long each UDP candidate took to answer from here, in milliseconds; null when it did not. */
  readonly answeredMs: readonly (number | null)[];
};

const ROOM = 'mellom-doctor';
const TOLD_WITHIN_MS = 4_000;
const ANSWERS_WITHIN_MS = 3_000;

/**
 * Joins a throw-away room as a browser's library would, reads what the media server says of itself and of where its
 * media is, and knocks there as ICE does. The room is gone afterwards.
 * @throws when signalling cannot be reached, or the keys are not its keys
 */
export async function knockAtMedia(endpoint: MediaEndpoint): Promise<KnockAnswer> {
  const { url, apiKey, apiSecret } = endpoint;
  const rooms = new RoomServiceClient(url, apiKey, apiSecret, { failover: false });
  await rooms.createRoom({ name: ROOM, emptyTimeout: 10 });
  try {
    const token = new AccessToken(apiKey, apiSecret, { identity: 'doctor', ttl: 60 });
    token.addGrant({ roomJoin: true, room: ROOM, canPublish: false, canSubscribe: true });
    const asked = `access_token=${await token.toJwt()}&protocol=9&auto_subscribe=1&sdk=js`;
    const line = new WebSocket(`${url.replace('http', 'ws')}/rtc?${asked}`);
    line.binaryType = 'arraybuffer';
    try {
      return await listenAndKnock(line);
    } finally {
      line.close();
    }
  } finally {
    await rooms.deleteRoom(ROOM).catch(() => undefined);
  }
}

async function listenAndKnock(line: WebSocket): Promise<KnockAnswer> {
  let heard = '';
  const failed = new Promise<never>((_resolve, reject) => {
    line.addEventListener('error', () => reject(new Error('signalling was refused')));
  });
  // The messages are Protobuf, whose texts stand in them as they are: all that is asked here can be read from those.
  line.addEventListener('message', ({ data }) => {
    heard += `${Buffer.from(data as ArrayBuffer).toString('latin1')}\n`;
  });
  const complete = () => /"candidate":"candidate:/u.test(heard) && /ice-pwd:/u.test(heard);
  const giveUpAt = performance.now() + TOLD_WITHIN_MS;
  while (!complete() && performance.now() < giveUpAt) await Promise.race([delay(50), failed]);
  // Candidates come one by one.
  await Promise.race([delay(300), failed]);

  const candidates = candidatesIn(heard);
  const ours = { ufrag: randomBytes(4).toString('hex'), pwd: randomBytes(12).toString('hex') };
  const theirs = {
    ufrag: /a=ice-ufrag:([\w+/]+)/u.exec(heard)?.[1] ?? '',
    pwd: /a=ice-pwd:([\w+/]+)/u.exec(heard)?.[1] ?? '',
  };
  line.send(new Uint8Array(answerMessage(ours)));
  const answeredMs = await Promise.all(
    candidates.map((one) => (one.protocol === 'udp' ? askByUdp(one, ours, theirs) : null)),
  );
  return {
    version: textsIn(heard, /\d+\.\d+\.\d+/gu)[0] ?? 'unknown',
    iceServers: textsIn(heard, /(stun|turns?):/gu),
    candidates,
    answeredMs,
  };
}

/** The texts in Protobuf that begin with a pattern, each once: the byte before one says how long it is. */
export function textsIn(heard: string, beginning: RegExp): string[] {
  const found = [...heard.matchAll(beginning)].flatMap(({ index, 0: begun }) => {
    const length = heard.charCodeAt(index - 1);
    return length >= begun.length ? [heard.slice(index, index + length)] : [];
  });
  return [...new Set(found)];
}

/** The host candidates in what was heard, each once. */
export function candidatesIn(heard: string): Candidate[] {
  const found = heard.matchAll(/candidate:\S+ 1 (udp|tcp) \d+ (\S+) (\d+) typ host/giu);
  const each = [...found].map(([, protocol = '', address = '', port = '']) => ({
    protocol: protocol.toLowerCase(),
    address,
    port: Number(port),
  }));
  return each.filter(
    (one, nth) => each.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === nth,
  );
}

type Credentials = { readonly ufrag: string; readonly pwd: string };

/** An ICE connectivity check: the one datagram that a media server answers to a stranger it was told of. */
async function askByUdp(
  { address, port }: Candidate,
  ours: Credentials,
  theirs: Credentials,
): Promise<number | null> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  try {
    const sentAt = performance.now();
    let answeredAt: number | null = null;
    // 0x0101 is the success of a binding request.
    socket.on('message', (reply) => {
      if (reply.readUInt16BE(0) === 0x0101) answeredAt ??= performance.now();
    });
    socket.on('error', () => undefined);
    const giveUpAt = sentAt + ANSWERS_WITHIN_MS;
    while (answeredAt === null && performance.now() < giveUpAt) {
      socket.send(bindingRequest(`${theirs.ufrag}:${ours.ufrag}`, theirs.pwd), port, address);
      const askedAt = performance.now();
      while (answeredAt === null && performance.now() - askedAt < 200) await delay(5);
      if (answeredAt !== null) return answeredAt - askedAt;
    }
    return null;
  } finally {
    socket.close();
  }
}

/** RFC 8489 with the attributes that RFC 8445 asks for. */
export function bindingRequest(username: string, password: string): Buffer {
  const attribute = (type: number, value: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(type, 0);
    head.writeUInt16BE(value.length, 2);
    return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
  };
  const attributes = Buffer.concat([
    attribute(0x0006, Buffer.from(username)),
    // PRIORITY of a peer-reflexive candidate; ICE-CONTROLLED, as whoever answers an offer is.
    attribute(0x0024, Buffer.from([0x6e, 0x7f, 0xff, 0xff])),
    attribute(0x8029, randomBytes(8)),
  ]);
  const header = Buffer.alloc(20);
  header.writeUInt16BE(0x0001, 0);
  header.writeUInt32BE(0x2112_a442, 4);
  randomBytes(12).copy(header, 8);
  // The sum covers a length that counts MESSAGE-INTEGRITY itself.
  header.writeUInt16BE(attributes.length + 24, 2);
  const sum = createHmac('sha1', password)
    .update(Buffer.concat([header, attributes]))
    .digest();
  return Buffer.concat([header, attributes, attribute(0x0008, sum)]);
}

/** The signalling message that answers the offer: without it the media server does not know whom it will hear from. */
function answerMessage({ ufrag, pwd }: Credentials): Buffer {
  const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');
  const sdp = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=setup:active',
    'a=mid:0',
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    'a=sctp-port:5000',
    '',
  ].join('\r\n');
  // SignalRequest.answer (2) is a SessionDescription of type (1) and sdp (2).
  return field(2, Buffer.concat([field(1, Buffer.from('answer')), field(2, Buffer.from(sdp))]));
}

/** A length-delimited field of Protobuf. */
function field(number: number, value: Buffer): Buffer {
  const length: number[] = [];
  for (let rest = value.length; ; rest >>= 7) {
    length.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), value]);
}
