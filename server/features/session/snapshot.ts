import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { SessionState } from '#shared/features/session/channel.ts';
import { RECENT_MESSAGES } from '#shared/features/session/chat/model.ts';
import { EMPTY_QUEUE } from '#shared/features/session/hand-queue/model.ts';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import { compareEntries } from '#shared/features/session/roster/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Tx } from '../../storage/database.ts';
import { expectedParticipants } from '../programme/public.ts';
import { agendaOf } from './agenda/repository.ts';
import { latestMessages } from './chat/repository.ts';
import { endingOf } from './ending/repository.ts';
import { readLive } from './live-session.ts';
import { allSeats } from './roster/repository.ts';

/** All that a participant sees of a live session, from one consistent view of the rows. */
export async function readSession(
  tx: Tx,
  session: SessionStanding,
  now: Instant,
): Promise<SessionState> {
  const { sessionId, title, courseCode, endsAt } = session;
  const live = await readLive(tx, sessionId);
  return {
    title,
    courseCode,
    endsAt,
    roster: { entries: await rosterEntries(tx, session, now), leadId: live?.leadId ?? null },
    agenda: await agendaOf(tx, session, live),
    chat: await latestMessages(tx, sessionId, RECENT_MESSAGES),
    handQueue: live?.handQueue ?? EMPTY_QUEUE,
    ending: endingOf(session, live),
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
  const absent = (await expectedParticipants(tx, sessionId, now))
    .filter(({ personId }) => !known.has(personId))
    .map(
      ({ personId, displayName, part }): RosterEntry => ({
        personId,
        displayName,
        part,
        expected: true,
        presence: { status: 'absent' },
      }),
    );
  return [...seated, ...absent].sort(compareEntries);
}
