import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import { compareWaiting } from '#shared/features/session/lobby/rules.ts';
import type { PersonId, SessionId, TeamLineId } from '#shared/kernel/ids.ts';
import type { ChannelHandler } from '../../../platform/handler.ts';
import { assignedTeachers } from '../../programme/public.ts';
import { endingOf } from '../ending/repository.ts';
import { readLive } from '../live-session.ts';
import { loadSession } from '../planned.ts';
import type { SeatKeeper } from '../roster/seat-keeper.ts';
import { placesOf, sessionOfPlace, waitingIn } from './repository.ts';

type OwnPlace = SessionStanding & { readonly ownerId: PersonId };

/** Heard by the one who waits. Whoever listens waits; the keeper knows it from their lines. */
export function liveLobbyPlace(
  keeper: Pick<SeatKeeper, 'lobby'>,
): ChannelHandler<typeof lobbyPlaceChannel, OwnPlace> {
  /** Of which session the open lines are, by where they listen. */
  const sessions = new Map<string, { readonly sessionId: SessionId; open: number }>();
  return {
    contract: lobbyPlaceChannel,
    load: async (ask) => {
      const ownerId = ask.subject.personId;
      const sessionId = await sessionOfPlace(ask.tx, ask.input as TeamLineId, ownerId);
      const session = sessionId && (await loadSession({ ...ask, input: { sessionId } }));
      return session && { ...session, ownerId };
    },
    admits: async ({ input, object: { sessionId } }) => {
      if (!sessions.has(input)) sessions.set(input, { sessionId, open: 0 });
      return true;
    },
    audienceOf: () => 'owner',
    hear: (fact) => fact,
    snapshot: async (tx, { sessionId, ownerId, endedAt, ...session }) => {
      const { title, courseCode, startsAt, endsAt, notes } = session;
      const [place] = await placesOf(tx, sessionId, [ownerId]);
      if (!place) throw new Error('a place in the lobby vanished while it was read');
      const teachers = await assignedTeachers(tx, sessionId);
      const live = await readLive(tx, sessionId);
      const ending = endingOf({ endedAt }, live);
      return {
        ...{ title, courseCode, startsAt, endsAt, notes },
        teachers: teachers.map(({ displayName }) => displayName),
        hostIsIn: (live?.leadId ?? null) !== null,
        endingAt: ending.status === 'begun' ? ending.endsAt : null,
        standing: place.standing,
      };
    },
    lineOpened: (line) => {
      const known = sessions.get(line.channelId);
      if (!known) return;
      known.open++;
      keeper.lobby.lineOpened(known.sessionId, line);
    },
    lineEnded: (line, how) => {
      const known = sessions.get(line.channelId);
      if (!known) return;
      known.open--;
      if (known.open <= 0) sessions.delete(line.channelId);
      keeper.lobby.lineEnded(known.sessionId, line, how);
    },
  };
}

/** Heard by the session's hosts. */
export const liveLobby: ChannelHandler<typeof lobbyChannel, SessionStanding> = {
  contract: lobbyChannel,
  load: (ask) => loadSession({ ...ask, input: { sessionId: ask.input as SessionId } }),
  admits: async () => true,
  audienceOf: () => 'hosts',
  hear: (fact) => fact,
  snapshot: async (tx, { sessionId }) => ({
    waiting: (await waitingIn(tx, sessionId))
      .map(({ lineId: _, ...entry }) => entry)
      .sort(compareWaiting),
  }),
};
