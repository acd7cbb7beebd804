import { setTimeout as delay } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import type { CallId, SessionId } from '#shared/kernel/ids.ts';
import type { AnyCommand, Reply } from '#shared/wire/contract.ts';
import type {
  ClientToServerEvents,
  FactBatch,
  ServerToClientEvents,
} from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import { newId } from '../platform/new-id.ts';

const ANSWER_WITHIN_MS = 2_000;
const AGAIN_AFTER_MS = 50;
/** Nothing has been decided: the same call is sent again. */
const UNDECIDED = ['try-again', 'too-many-calls'];

/** A participant that follows a session by revision and sends each call until it is answered, as browsers do. */
export type InsistentClient = {
  /** What has been heard, by revision; the first is at place 0. */
  readonly heard: FactBatch[];
  /** Sends one call under one id until it is answered, whatever becomes of the server meanwhile. */
  call(command: AnyCommand, input: object): Promise<Reply<unknown, string>>;
  /** Asks for what is missing, and answers with the newest revision. */
  catchUp(): Promise<number>;
  close(): void;
};

/** Joins and listens; comes back by itself, and catches up from the last revision it has. */
export async function openInsistentClient(at: {
  readonly url: string;
  readonly cookie: string;
  readonly sessionId: SessionId;
}): Promise<InsistentClient> {
  const { sessionId } = at;
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(at.url, {
    transports: ['websocket'],
    auth: { version: WIRE_VERSION },
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { origin: at.url, cookie: at.cookie },
  });
  // A server that has just come up may refuse a handshake that it could not check: asked again.
  socket.on('connect_error', () => {
    if (!socket.active) setTimeout(() => socket.connect(), AGAIN_AFTER_MS);
  });
  const heard: FactBatch[] = [];
  function take(batches: readonly FactBatch[]): void {
    for (const batch of batches) if (batch.revision === heard.length + 1) heard.push(batch);
  }
  socket.on('facts', ({ revisions }) => take(revisions));
  socket.on('connect', () => void listen().catch(() => undefined));

  /** @returns null when nothing was decided */
  async function tryOnce(call: { callId: CallId; name: string; input: object }) {
    if (!socket.connected) return null;
    try {
      const reply = await socket.timeout(ANSWER_WITHIN_MS).emitWithAck('command', call);
      return !reply.ok && UNDECIDED.includes(reply.refusal) ? null : reply;
    } catch {
      return null;
    }
  }

  async function call(command: AnyCommand, input: object): Promise<Reply<unknown, string>> {
    const made = { callId: newId<'call'>() as CallId, name: command.name, input };
    for (;;) {
      const reply = await tryOnce(made);
      if (reply) return reply;
      await delay(AGAIN_AFTER_MS);
    }
  }

  async function listen(): Promise<number> {
    await call(joinSession, { sessionId });
    const answer = await socket.timeout(ANSWER_WITHIN_MS).emitWithAck('subscribe', {
      channel: sessionChannel.name,
      id: sessionId,
      after: heard.length,
    });
    if (!answer.ok) throw new Error(answer.refusal);
    if ('snapshot' in answer) throw new Error('more was missed than is kept');
    take(answer.revisions);
    return answer.revision;
  }

  async function catchUp(): Promise<number> {
    for (;;) {
      try {
        return await listen();
      } catch {
        await delay(AGAIN_AFTER_MS);
      }
    }
  }

  await catchUp();
  return { heard, call, catchUp, close: () => void socket.disconnect() };
}
