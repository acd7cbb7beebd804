import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Facts, Subscribed } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import { newId } from '../platform/new-id.ts';

const PATH = '/socket.io/?EIO=4&transport=websocket';
const CONNECTED = /^40/u;
const ANSWER = /^43(\d+)(.*)$/su;

/** A line by hand, one layer below Socket.IO's client: it can say what no client would, and stop listening. */
export type RawLine = {
  readonly socket: WebSocket;
  readonly heard: Facts[];
  /** Any event with any arguments; resolves with the answer's first one, and rejects when the line is closed before. */
  ask(event: string, ...what: readonly unknown[]): Promise<unknown>;
  /** The same with arguments that are JSON already, such as no serialiser would write. */
  askText(event: string, what: string): Promise<unknown>;
  /** Sends text as it is. */
  say(text: string): void;
  join(sessionId: string): Promise<Subscribed>;
  subscribe(sessionId: string, after: number | null): Promise<Subscribed>;
  post(sessionId: string, text: string): Promise<unknown>;
  close(): void;
};

/** Opens a line and says hello. @throws when the server does not let it in */
export async function openRawLine(at: {
  readonly url: string;
  readonly cookie: string;
}): Promise<RawLine> {
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}${PATH}`, {
    headers: { origin: at.url, cookie: at.cookie },
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const heard: Facts[] = [];
  let asks = 0;
  const connected = new Promise<void>((resolve, reject) => {
    socket.on('close', () => {
      const closed = new Error('the line was closed');
      reject(closed);
      for (const asked of waiting.values()) asked.reject(closed);
    });
    socket.on('message', (data) => {
      const text = String(data);
      if (text.startsWith('0')) socket.send(`40${JSON.stringify({ version: WIRE_VERSION })}`);
      else if (text === '2') socket.send('3');
      else if (CONNECTED.test(text)) resolve();
      else if (text.startsWith('42["facts"')) heard.push(JSON.parse(text.slice(2))[1]);
      else {
        const [, nth, answer] = ANSWER.exec(text) ?? [];
        if (answer !== undefined) waiting.get(Number(nth))?.resolve(JSON.parse(answer)[0]);
      }
    });
  });
  connected.catch(() => undefined);
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'open'), connected]);
  await connected;

  const line: RawLine = {
    socket,
    heard,
    say: (text) => socket.send(text),
    ask: (event, ...what) =>
      line.askText(event, what.map((each) => JSON.stringify(each)).join(',')),
    askText(event, what) {
      const nth = asks++;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(nth, asked);
      socket.send(`42${nth}[${JSON.stringify(event)},${what}]`);
      return asked.promise.finally(() => waiting.delete(nth));
    },
    async join(sessionId) {
      await line.ask('command', {
        callId: newId(),
        name: 'session/join',
        input: { sessionId },
      });
      return line.subscribe(sessionId, null);
    },
    subscribe: async (id, after) =>
      (await line.ask('subscribe', { channel: 'session', id, after })) as Subscribed,
    post: (sessionId, text) =>
      line.ask('command', { callId: newId(), name: 'chat/post', input: { sessionId, text } }),
    close: () => socket.terminate(),
  };
  return line;
}
