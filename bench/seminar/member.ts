import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import { newId } from '../../server/platform/new-id.ts';
import type { Stand } from './stand.ts';

/** A page has long said that the line is gone. */
const ANSWERS_WITHIN_MS = 15_000;

/** Somebody of the cohort on a seat, with the line to the session that holds it. */
export type Member = {
  readonly cookie: string;
  readonly sessionId: string;
  /** Asks for the key to the media room; how long that took, in milliseconds. */
  askPass(): Promise<{ readonly token: string; readonly tookMs: number }>;
  /** Does something in the session, and asks something of it. */
  act(command: string, input: object): Promise<void>;
  ask<Value>(query: string, input: object): Promise<Value>;
  leave(): void;
};

/** Takes a seat over http alone, as a page does before its socket is up. */
export async function takeSeat(
  stand: Stand,
  whose: number | 'teacher',
  sessionId: string,
): Promise<Member> {
  const cookie = (whose === 'teacher' ? stand.teacher : stand.cookies[whose]) ?? '';
  const post = async <Value>(path: string, body: object): Promise<Value> => {
    const answer = await fetch(`${stand.origin}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mellom': '1', cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { readonly value: Value }).value;
  };
  const act = async (command: string, input: object) => {
    const asked = { callId: newId<'call'>(), input: { sessionId, ...input } };
    await post(`command/${command}`, asked);
  };
  const ask = <Value>(query: string, input: object): Promise<Value> =>
    post<Value>(`query/${query}`, { input: { sessionId, ...input } });
  await act(joinSession.name, {});
  const tab = randomUUID().replaceAll('-', '').slice(0, 12);
  return {
    cookie,
    sessionId,
    act,
    ask,
    async askPass() {
      const askedAt = performance.now();
      const value = await ask<{ readonly token?: string }>(joinSeminarRoom.name, { tab });
      if (value.token === undefined) throw new Error('no pass');
      return { token: value.token, tookMs: performance.now() - askedAt };
    },
    leave: () => undefined,
  };
}

/** The same with the socket that keeps the seat, and lets others see who sits there. */
export async function sitDown(
  stand: Stand,
  whose: number | 'teacher',
  sessionId: string,
): Promise<Member> {
  const member = await takeSeat(stand, whose, sessionId);
  const line: Socket<ServerToClientEvents, ClientToServerEvents> = io(stand.origin, {
    transports: ['websocket'],
    auth: { version: WIRE_VERSION },
    forceNew: true,
    timeout: ANSWERS_WITHIN_MS,
    extraHeaders: { origin: stand.origin, cookie: member.cookie },
  });
  const leave = () => void line.disconnect();
  try {
    await new Promise<void>((resolve, reject) => {
      line.once('connect', () => resolve());
      line.once('connect_error', reject);
    });
    await line
      .timeout(ANSWERS_WITHIN_MS)
      .emitWithAck('subscribe', { channel: sessionChannel.name, id: sessionId, after: null });
  } catch (error) {
    leave();
    throw error;
  }
  return { ...member, leave };
}
