import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import * as commands from '#shared/features/seminar-room/commands.ts';
import { sourcesOf } from '#shared/features/seminar-room/grants.ts';
import { isVoice } from '#shared/features/seminar-room/identity.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, type CommandHandler, handle } from '../../platform/handler.ts';
import { loadSession, noteAct, seatedIn } from '../session/public.ts';
import { type InRoom, type MediaRooms, MediaUnavailable } from './media-rooms.ts';
import { isBreakout, type RoomId, roomOfSeat } from './place.ts';
import { readControls } from './room.ts';
import { seatIn } from './seat.ts';

/*
 * These are done to the media server before they are told and answered: "muted" is true when it is said. If the commit
 * fails after that, somebody is muted without a line in the log; they can unmute, and the host is told to try again.
 */

export function muteParticipant(
  rooms: MediaRooms,
): CommandHandler<typeof commands.muteParticipant, SessionStanding> {
  return handle(commands.muteParticipant, loadSession, async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    const { sessionId } = object;
    const by = subject.personId;
    if (!(await seatIn(tx, sessionId, by))) return refuse('not-joined');
    const whose = await seatIn(tx, sessionId, input.personId);
    const found = await unlessUnavailable(async () => {
      const tabs = whose ? await tabsOf(rooms, roomOfSeat(whose), whose.personId) : [];
      await muteMicrophones(rooms, tabs);
      return tabs;
    });
    if (found === null) return refuse('media-unavailable');
    if (found.length === 0) return refuse('not-in-room');

    const { personId } = input;
    await noteAct(tx, { sessionId, act: 'participant-muted', by, about: personId, at: now });
    publish(seminarRoomChannel, sessionId, [{ type: 'participant-muted', personId, by, at: now }]);
    return answer({});
  });
}

export function muteEveryone(
  rooms: MediaRooms,
): CommandHandler<typeof commands.muteEveryone, SessionStanding> {
  return handle(commands.muteEveryone, loadSession, async (call) => {
    const { object, subject, now, tx, publish } = call;
    const { sessionId } = object;
    const by = subject.personId;
    const seated = await seatedIn(tx, [sessionId]);
    const own = seated.find((seat) => seat.personId === by);
    if (!own) return refuse('not-joined');
    const teachers = seated.filter((seat) => seat.part === 'teacher').map((seat) => seat.personId);
    const muted = await unlessUnavailable(async () => {
      // Those whom this teacher hears: who is in another room is not disturbed there.
      const tabs = await rooms.participants(roomOfSeat(own));
      const others = tabs.filter((tab) => !teachers.includes(tab.personId));
      return muteMicrophones(rooms, others);
    });
    if (muted === null) return refuse('media-unavailable');

    await noteAct(tx, { sessionId, act: 'everyone-muted', by, about: null, at: now });
    publish(seminarRoomChannel, sessionId, [{ type: 'everyone-muted', by, at: now }]);
    return answer({ muted });
  });
}

/** Takes the right away, which ends what is sent, and gives it back: to start again is the person's choice. */
export function stopSource(
  rooms: MediaRooms,
): CommandHandler<typeof commands.stopSource, SessionStanding> {
  return handle(commands.stopSource, loadSession, async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    const { sessionId } = object;
    const { personId, source } = input;
    const by = subject.personId;
    if (!(await seatIn(tx, sessionId, by))) return refuse('not-joined');
    const whose = await seatIn(tx, sessionId, personId);
    if (!whose) return refuse('not-in-room');
    const room = roomOfSeat(whose);
    const controls = await readControls(tx, sessionId);
    const may = sourcesOf(whose.part, personId, controls, isBreakout(room, sessionId));
    const without = may.filter((each) => !each.startsWith(source));
    const found = await unlessUnavailable(async () => {
      const tabs = await tabsOf(rooms, room, personId);
      for (const { identity } of tabs) {
        await rooms.permit(room, identity, without, true);
        await rooms.permit(room, identity, may, true);
      }
      return tabs;
    });
    if (found === null) return refuse('media-unavailable');
    if (found.length === 0) return refuse('not-in-room');

    await noteAct(tx, { sessionId, act: `${source}-stopped`, by, about: personId, at: now });
    publish(seminarRoomChannel, sessionId, [
      { type: 'source-stopped', personId, source, by, at: now },
    ]);
    return answer({});
  });
}

/** Somebody's tabs in the room where they are; their voice into it, if they have one, is no tab. */
async function tabsOf(rooms: MediaRooms, room: RoomId, personId: PersonId): Promise<InRoom[]> {
  return (await rooms.participants(room)).filter(
    (tab) => tab.personId === personId && !isVoice(tab.identity),
  );
}

/** @returns how many people that were */
async function muteMicrophones(rooms: MediaRooms, tabs: readonly InRoom[]): Promise<number> {
  const live = tabs.flatMap(({ room, identity, personId, tracks }) =>
    tracks
      .filter((track) => track.isVoice && !track.muted)
      .map(({ sid }) => ({ room, identity, personId, sid })),
  );
  await Promise.all(live.map(({ room, identity, sid }) => rooms.mute(room, identity, sid)));
  return new Set(live.map(({ personId }) => personId)).size;
}

/** What the media server answered; null when it could not. */
async function unlessUnavailable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MediaUnavailable) return null;
    throw error;
  }
}
