import { numberedIn, readOnce } from './numbered.ts';
import type { Dialect } from './person.ts';
import { ask, SOCKET_IO_PATH, takeFrame } from './socketio-frames.ts';

/** Bare Socket.IO (bench/peers/socketio.ts). With recovery, what was missed comes by itself after a cut. */
export function socketIoDialect(): Dialect {
  return {
    path: SOCKET_IO_PATH,
    origin: 'http://localhost',
    opened: () => undefined,
    heard: (person, payload) => {
      const { kept } = person;
      const frame = takeFrame(person, payload, () =>
        kept.session === null ? {} : { pid: kept.session, offset: kept.offset },
      );
      if (frame.kind === 'connected') {
        kept.session = frame.pid;
        person.isIn();
      } else if (frame.kind === 'refused') person.watch.refused(person, frame.why);
      else if (frame.kind === 'event') {
        const { offset, events } = readOnce(frame.payload, eventsIn);
        kept.offset = offset;
        for (const event of events) person.watch.event(person, event);
      }
    },
    post: (person, text) => {
      const [event] = numberedIn(text);
      ask(person, 'post', { text }, () =>
        person.watch.answered(person, { ok: true, sentAt: event?.sentAt ?? 0 }),
      );
    },
  };
}

/** How an acknowledgement of bench/peers/ws.ts begins; its number follows. */
const ANSWER = '{"answer":';

/** Plain `ws` (bench/peers/ws.ts): JSON, and nothing else. */
export function wsDialect(): Dialect {
  return {
    path: '/',
    origin: 'http://localhost',
    opened: (person) => person.isIn(),
    heard: (person, payload) => {
      if (payload.toString('latin1', 0, ANSWER.length) === ANSWER) {
        const nth = Number(payload.toString('latin1', ANSWER.length, payload.length - 1));
        person.asked.get(nth)?.(null);
        person.asked.delete(nth);
      } else {
        for (const event of readOnce(payload, numberedIn)) person.watch.event(person, event);
      }
    },
    post: (person, text) => {
      const [event] = numberedIn(text);
      const nth = person.nextAsk();
      person.asked.set(nth, () =>
        person.watch.answered(person, { ok: true, sentAt: event?.sentAt ?? 0 }),
      );
      person.say(JSON.stringify({ ask: nth, text }));
    },
  };
}

/** An event of Socket.IO; with recovery the server adds an offset as its last argument. */
function eventsIn(text: string) {
  const [, , offset = null] = JSON.parse(text.slice(2)) as [string, unknown, (string | null)?];
  return { offset, events: numberedIn(text) };
}
