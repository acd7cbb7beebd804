import { sessionChannel } from '#shared/features/session/channel.ts';
import { followLines } from '#shared/features/session/rules.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Unit } from '../../../platform/unit-of-work.ts';
import { keepVisits } from '../afterwards/visits.ts';
import { followGoneInBreakouts } from '../breakout/following.ts';
import { lockLive } from '../live-session.ts';
import { tellHostIsIn } from '../lobby/keeping.ts';
import { leavePauses } from '../pause/leaving.ts';
import { seatsOf } from '../roster/repository.ts';
import { saveSeating } from '../roster/seating.ts';

/** Takes somebody's seat, for all to see at once: the lines that the lost right cuts may have been gone already. */
export async function takeSeatAway(
  { tx, publish, now }: Unit,
  sessionId: SessionId,
  { personId, why }: { readonly personId: PersonId; readonly why: 'left' | 'removed' },
  teachers: readonly PersonId[],
): Promise<void> {
  const live = await lockLive(tx, sessionId);
  if (!live) return;
  const { handQueue, leadId } = live;
  const lead = leadId === null ? [] : [leadId];
  const entries = await seatsOf(tx, sessionId, [personId, ...teachers, ...lead]);
  const seating = { roster: { entries, leadId }, handQueue, teachers };
  const { facts, next } = followLines(seating, [{ personId, line: 'gone', why }], now);
  await saveSeating(tx, sessionId, seating, next);
  await keepVisits(tx, sessionId, facts);
  publish(sessionChannel, sessionId, facts);
  publish(sessionChannel, sessionId, await leavePauses(tx, sessionId, facts, now));
  await followGoneInBreakouts({ tx, publish, now }, sessionId);
  await tellHostIsIn({ tx, publish }, sessionId, leadId, next.roster.leadId);
}
