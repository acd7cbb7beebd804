import type { Server } from 'socket.io';

/** What several are told as it is, and its text once somebody was. */
const texts = new WeakMap<object, string | null>();

/** Marks an answer that goes to several: it is put into text once. Nobody may change it from now on. */
export function toldToSeveral<T extends object>(answer: T): T {
  texts.set(answer, null);
  return answer;
}

type Packet = Parameters<Server['encoder']['encode']>[0];

/**
 * Puts packets into text without looking for binary data first, of which we send none: Socket.IO looks through all of a
 * large answer, which costs more than its text.
 */
export function writePlainPackets(io: Server): void {
  io.encoder.encode = (packet) => [textOf(packet)];
}

/** A packet as Socket.IO's protocol (version 5) has it. */
function textOf({ type, nsp, id, data }: Packet): string {
  const where = nsp && nsp !== '/' ? `${nsp},` : '';
  const what = data === undefined || data === null ? '' : textOfData(data);
  return `${type}${where}${id ?? ''}${what}`;
}

function textOfData(data: unknown): string {
  const [only] = Array.isArray(data) && data.length === 1 ? data : [];
  if (typeof only !== 'object' || only === null) return JSON.stringify(data);
  const known = texts.get(only);
  if (known === undefined) return JSON.stringify(data);
  const text = known ?? JSON.stringify(only);
  texts.set(only, text);
  return `[${text}]`;
}
