import { io, type Socket } from 'socket.io-client';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import { answerPoll } from '#shared/features/session/poll/commands.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import type { AnyCommand, InputOf } from '#shared/wire/contract.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import { newId } from '../server/platform/new-id.ts';
import { takeMailedCode } from './mailbox.ts';
import { fromOwnAddress } from './own-address.ts';
import type { PlannedPerson, PlannedSession } from './planning.ts';
import type { School } from './school.ts';

/** A seat that is held by a line, without a browser: it is lost when the line is let go of. */
export type Line = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Signs in by a mailed code. The cookies of it, as a browser sends them. */
export async function signIn({ url, dataDir }: School, { email }: PlannedPerson): Promise<string> {
  const post = async (path: string, data: object) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'x-mellom': '1',
        'content-type': 'application/json',
        origin: url,
        ...fromOwnAddress(email),
      },
      body: JSON.stringify(data),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  await post('/api/auth/email-otp/send-verification-otp', { email });
  const otp = await takeMailedCode(dataDir, email);
  const answer = await post('/api/auth/sign-in/email-otp', { email, otp });
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
}

/** Takes a seat in a session, and holds it by a line that hears the session. */
export async function takeSeat(
  { url }: School,
  cookie: string,
  session: PlannedSession,
): Promise<Line> {
  const line: Line = io(url, {
    transports: ['websocket'],
    auth: { version: WIRE_VERSION },
    forceNew: true,
    extraHeaders: { origin: url, cookie },
  });
  await ask(line, joinSession, { sessionId: session.id });
  await line.emitWithAck('subscribe', {
    channel: sessionChannel.name,
    id: session.id,
    after: null,
  });
  return line;
}

/** Puts up the hand of whoever holds the line. */
export const putHandUp = (line: Line, session: PlannedSession): Promise<void> =>
  ask(line, raiseHand, { sessionId: session.id });

/** Chooses an option of what everybody is asked just now, for whoever holds the line. */
export async function chooseOption(
  line: Line,
  { id }: PlannedSession,
  choice: number,
): Promise<void> {
  const channel = { channel: sessionChannel.name, id, after: null };
  const heard = await line.emitWithAck('subscribe', channel);
  const state = heard.ok && 'snapshot' in heard && sessionChannel.state.parse(heard.snapshot);
  const poll = state ? state.poll : null;
  if (!poll) throw new Error('nothing is asked');
  const answer = { sessionId: id, pollId: poll.id, choices: [choice], text: '' };
  await ask(line, answerPoll, answer);
}

async function ask<C extends AnyCommand>(
  line: Line,
  { name }: C,
  input: InputOf<C>,
): Promise<void> {
  const call = { callId: newId<'call'>(), name, input };
  const reply = await line.emitWithAck('command', call);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
}
