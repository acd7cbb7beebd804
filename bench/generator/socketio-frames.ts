import type { Person } from './person.ts';

/** Engine.IO 4 and Socket.IO 5 on one WebSocket, as far as a light client needs them. */
export const SOCKET_IO_PATH = '/socket.io/?EIO=4&transport=websocket';

const DIGIT = /^\d+/u;

export type Incoming =
  | { readonly kind: 'connected'; readonly sid: string; readonly pid: string | null }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'event'; readonly payload: Buffer }
  | { readonly kind: 'nothing' };

/** Answers what the protocol wants answered by itself: the opening, pings, and calls that wait. */
export function takeFrame(person: Person, payload: Buffer, auth: () => unknown): Incoming {
  const head = payload.toString('latin1', 0, 2);
  if (head === '2') {
    person.say('3');
    return { kind: 'nothing' };
  }
  if (head.startsWith('0')) {
    person.say(`40${JSON.stringify(auth())}`);
    return { kind: 'nothing' };
  }
  if (head === '42') return { kind: 'event', payload };
  if (head === '43') {
    answer(person, payload.toString('utf8', 2));
    return { kind: 'nothing' };
  }
  if (head === '40') {
    const { sid, pid = null } = JSON.parse(payload.toString('utf8', 2));
    return { kind: 'connected', sid, pid };
  }
  if (head === '44') return { kind: 'refused', why: payload.toString('utf8', 2) };
  return { kind: 'nothing' };
}

/** Emits with an acknowledgement. */
export function ask(
  person: Person,
  event: string,
  what: unknown,
  answered: (answer: unknown) => void,
): void {
  const nth = person.nextAsk();
  person.asked.set(nth, answered);
  person.say(`42${nth}${JSON.stringify([event, what])}`);
}

function answer(person: Person, text: string): void {
  const nth = Number(DIGIT.exec(text)?.[0]);
  const answered = person.asked.get(nth);
  person.asked.delete(nth);
  answered?.((JSON.parse(text.replace(DIGIT, '')) as unknown[])[0]);
}
