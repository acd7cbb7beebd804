import { sql } from 'drizzle-orm';
import type { ChatKeeping } from '#shared/features/programme/keeping/model.ts';
import { isChatDue, keepingOf } from '#shared/features/programme/keeping/rules.ts';
import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Log } from '../../../platform/log.ts';
import type { Unit, UnitOfWork } from '../../../platform/unit-of-work.ts';
import type { Tx } from '../../../storage/database.ts';
import { keptSessions } from '../../programme/public.ts';
import { lockLive } from '../live-session.ts';
import { wasSatIn } from '../prepared.ts';

/** How long the chat of a session is kept, by the rule of its course. */
export async function chatKeepingOf(tx: Tx, sessionId: SessionId): Promise<ChatKeeping> {
  const [session] = await keptSessions(tx, [sessionId]);
  if (!session) throw new Error('a session without a course');
  return keepingOf(session);
}

/**
 * Erases the chats whose time is up, and what has been told in sessions, also where nobody wrote. Each session is a transaction of its own: one that fails, or a server that is killed,
 * leaves the rest for the next turn, which finds them by what is still there.
 */
export async function eraseDueChats(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly log: Log;
}): Promise<void> {
  const due = await parts.unitOfWork.run(({ tx, now }) => dueSessions(tx, now));
  let erased = 0;
  for (const sessionId of due) {
    try {
      await parts.unitOfWork.run((unit) => eraseChat(unit, sessionId));
      erased += 1;
    } catch (error) {
      parts.log.warn(
        { session: sessionId, err: error },
        'what was said could not be erased; trying again',
      );
    }
  }
  if (erased > 0)
    parts.log.info({ sessions: erased }, 'erased what was said, by the rule of the course');
}

async function dueSessions(tx: Tx, now: number): Promise<SessionId[]> {
  const { rows } = await tx.execute<{ sessionId: SessionId }>(sql`
    select s.id as "sessionId" from session s
    where exists (select from chat_message m where m.session_id = s.id)
      or exists (select from poll p where p.session_id = s.id)
      or exists (select from quiz q where q.session_id = s.id and q.totals is not null)
      or exists (select from fact f where f.channel = ${sessionChannel.name} and f.id = s.id)`);
  const kept = await keptSessions(
    tx,
    rows.map(({ sessionId }) => sessionId),
  );
  return kept
    .filter((session) => isChatDue(keepingOf(session), now))
    .map(({ sessionId }) => sessionId);
}

/** Messages, reactions, and every fact that told them. Whoever still has it open sees it go. */
async function eraseChat({ tx, publish, now }: Unit, sessionId: SessionId): Promise<void> {
  await lockLive(tx, sessionId);
  // Asked again: the session may have been given another time meanwhile.
  if (!isChatDue(await chatKeepingOf(tx, sessionId), now)) return;
  const said = await tx.execute(sql`
    delete from chat_message where session_id = ${sessionId}`);
  await tx.execute(sql`delete from poll where session_id = ${sessionId}`);
  // What was asked in it is the teachers', and can be taken again.
  await tx.execute(sql`
    update quiz set answered = null, totals = null where session_id = ${sessionId}`);
  // A hole: whoever catches up reads everything anew.
  await tx.execute(sql`
    delete from fact where channel = ${sessionChannel.name} and id = ${sessionId}
      or channel = ${breakoutChannel.name} and id in (
        select id from breakout where session_id = ${sessionId})`);
  if (said.rowCount && (await wasSatIn(tx, sessionId)))
    publish(sessionChannel, sessionId, [{ type: 'chat-erased', at: now }]);
}
