import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { seenByParticipants } from '#shared/features/session/breakout/rules.ts';
import type { SessionState } from '#shared/features/session/channel.ts';
import { RECENT_MESSAGES } from '#shared/features/session/chat/model.ts';
import { EMPTY_QUEUE } from '#shared/features/session/hand-queue/model.ts';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import { compareEntries } from '#shared/features/session/roster/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Tx } from '../../storage/database.ts';
import { expectedParticipants, pauseMinutesOf, sessionKindOf } from '../programme/public.ts';
import { agendaOf } from './agenda/repository.ts';
import type { Audience } from './audience.ts';
import { splitOf } from './breakout/repository.ts';
import { chatKeepingOf } from './chat/erasing.ts';
import { latestMessages } from './chat/repository.ts';
import { endingOf } from './ending/repository.ts';
import { readLive } from './live-session.ts';
import { namingIn, shownAs, shownBy } from './names/naming.ts';
import { orderOf } from './order/repository.ts';
import { pausesIn } from './pause/repository.ts';
import { pauseForAllOf } from './pause-for-all/repository.ts';
import { pollOn } from './poll/repository.ts';
import { openedIn } from './quiz/repository.ts';
import { allSeats } from './roster/repository.ts';
import { roundOf } from './round/repository.ts';

/** All that a participant sees of a live session, from one consistent view of the rows. */
export async function readSession(
  tx: Tx,
  session: SessionStanding,
  now: Instant,
  audience: Audience,
): Promise<SessionState> {
  const { sessionId, title, courseCode, endsAt, notes } = session;
  const live = await readLive(tx, sessionId);
  const [quietPauses, pauseMinutes, pauseForAll, round, poll, split, quizzes] = await Promise.all([
    pausesIn(tx, sessionId),
    pauseMinutesOf(tx, sessionId),
    pauseForAllOf(tx, sessionId),
    roundOf(tx, sessionId),
    pollOn(tx, sessionId),
    splitOf(tx, sessionId),
    openedIn(tx, sessionId),
  ]);
  return {
    title,
    courseCode,
    endsAt,
    notes,
    roster: { entries: await rosterEntries(tx, session, now), leadId: live?.leadId ?? null },
    agenda: await agendaOf(tx, session, live),
    chat: await latestMessages(tx, { sessionId, breakoutId: null }, RECENT_MESSAGES),
    chatKeeping: await chatKeepingOf(tx, sessionId),
    handQueue: live?.handQueue ?? EMPTY_QUEUE,
    ending: endingOf(session, live),
    order: orderOf(live),
    quietPauses,
    pauseMinutes,
    pauseForAll,
    round: round?.round ?? null,
    poll,
    breakouts: split && audience === 'participant' ? seenByParticipants(split) : split,
    quizzes,
  };
}

/** Whoever has been here, as they came, and whoever is expected. */
async function rosterEntries(
  tx: Tx,
  { sessionId }: SessionStanding,
  now: Instant,
): Promise<RosterEntry[]> {
  const seated = await allSeats(tx, sessionId);
  const known = new Set(seated.map((entry) => entry.personId));
  const kind = await sessionKindOf(tx, sessionId);
  // Only in a circle is anybody's name a matter of the others'.
  const names = kind === 'circle' ? shownBy(await namingIn(tx, sessionId, now)) : null;
  const absent = (await expectedParticipants(tx, sessionId, now))
    .filter(({ personId }) => !known.has(personId))
    .map(
      (one): RosterEntry => ({
        personId: one.personId,
        ...(names?.get(one.personId) ?? shownAs(one, kind, one.displayName)),
        part: one.part,
        ...(one.guestAs && { guestAs: one.guestAs }),
        expected: true,
        presence: { status: 'absent' },
      }),
    );
  return [...seated, ...absent].sort(compareEntries);
}
