import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import * as commands from '#shared/features/session/lobby/commands.ts';
import { mustWait } from '#shared/features/session/lobby/policy.ts';
import * as rules from '#shared/features/session/lobby/rules.ts';
import { partOnceInside } from '#shared/features/session/roster/policy.ts';
import { doorOf, seatOf } from '#shared/features/session/roster/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, type CommandHandler, handle } from '../../../platform/handler.ts';
import { nameAndPlace } from '../../identity/public.ts';
import {
  assignedTeachers,
  hasEnded,
  invitedAs,
  saveAdmissions,
  sentBackOf,
} from '../../programme/public.ts';
import { lockAtSeat, lockOrOpenLive, readLive } from '../live-session.ts';
import { noteActs } from '../moderation/log.ts';
import { takeSeatAway } from '../moderation/seat-away.ts';
import { isLockedOutOf } from '../order/at-door.ts';
import { isOver, loadSession } from '../planned.ts';
import { seatsOf } from '../roster/repository.ts';
import type { SeatKeeper } from '../roster/seat-keeper.ts';
import { keepInLobby } from './keeping.ts';
import { guestNoteOf, placesOf, waitingIn } from './repository.ts';

/** Asking to come in. The keeper is told to expect a line, so that nobody waits without one. */
export function waitInLobby(
  keeper: Pick<SeatKeeper, 'lobby'>,
): CommandHandler<typeof commands.waitInLobby, SessionStanding> {
  return handle(commands.waitInLobby, loadSession, async (call) => {
    const { input, subject, tx, publish } = call;
    const { sessionId } = call.object;
    const door = doorOf(call.object, call.now);
    if (door !== 'open') return refuse(door);
    const mayComeIn = !mustWait(subject, call.object, call.now);
    if (mayComeIn && !(await readLive(tx, sessionId))?.lockedAt) return answer({ lineId: null });

    const live = await lockOrOpenLive(tx, sessionId);
    // Let in, taken out or ended while this waited for the lock.
    const again = await call.askAgain();
    if (!again) return refuse('not-found');
    const { object, now } = again;
    if (await hasEnded(tx, sessionId)) return refuse('session-ended');
    const part = partOnceInside(subject, object, now);
    const { personId } = subject;
    if (part === null || part === 'teacher') return answer({ lineId: null });
    // Whoever needs no host's word waits all the same before a locked door (ORDER-3).
    const waits =
      mustWait(subject, object, now) || (await isLockedOutOf(tx, live, { personId, part }, now));
    if (!waits) return answer({ lineId: null });

    const { displayName } = await nameAndPlace(tx, personId);
    const guestAs = part === 'guest' && (await invitedAs(tx, sessionId, personId));
    const guestNote = guestAs && (await guestNoteOf(tx, sessionId, personId));
    const who = {
      ...{ personId, displayName, part },
      ...{ ...(guestAs && { guestAs }), ...(guestNote && { guestNote }) },
    };
    const [known] = await placesOf(tx, sessionId, [personId]);
    const { length: count } = await waitingIn(tx, sessionId);
    const asked = { count, again: input.again ?? false };
    // Who was let in and waits again was sent back meanwhile: an old word is no standing.
    const decision = rules.wait(who, known?.standing ?? null, asked, now);
    if (!decision.ok) return decision;
    if (decision.facts.length > 0) keeper.lobby.expectLine(sessionId, personId);
    await keepInLobby({ tx, publish, now }, sessionId, known ? [known] : [], decision.facts);
    const [place] = await placesOf(tx, sessionId, [personId]);
    return answer({ lineId: place?.lineId ?? null });
  });
}

export const admitFromLobby = handle(commands.admitFromLobby, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  if (isOver(object, now)) return refuse('session-over');
  const by = subject.personId;
  if (!(await lockAtSeat(tx, sessionId, by))) return refuse('not-joined');

  const named = [...new Set(input.people)];
  const places = await placesOf(tx, sessionId, named);
  const sentBack = await sentBackOf(tx, sessionId, named);
  const decision = rules.letIn(places, sentBack);
  if (!decision.ok) return decision;

  const people = [...new Set([...decision.facts.map(({ personId }) => personId), ...sentBack])];
  await saveAdmissions(tx, { sessionId, people, verdict: 'let-in', by, at: now });
  await keepInLobby({ tx, publish, now }, sessionId, places, decision.facts);
  await noteActs(tx, { sessionId, act: 'lobby-admitted', by, about: people, at: now });
  return answer({ admitted: people.length });
});

export const declineFromLobby = handle(commands.declineFromLobby, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  const { personId, words, lang = null } = input;
  if (isOver(object, now)) return refuse('session-over');
  const by = subject.personId;
  if (!(await lockAtSeat(tx, sessionId, by))) return refuse('not-joined');

  const places = await placesOf(tx, sessionId, [personId]);
  const decision = rules.decline(places[0] ?? null);
  if (!decision.ok) return decision;
  if (decision.facts.length === 0) return answer({});
  // Outside, the teachers stand with their whole names, also where the session shows first names alone.
  const said = { words, lang, byName: (await nameAndPlace(tx, by)).displayName, by };
  await keepInLobby({ tx, publish, now }, sessionId, places, decision.facts, said);
  await noteActs(tx, { sessionId, act: 'lobby-declined', by, about: [personId], at: now });
  return answer({});
});

export const sendToLobby = handle(commands.sendToLobby, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  const { personId } = input;
  if (isOver(object, now)) return refuse('session-over');
  const by = subject.personId;
  if (!(await lockAtSeat(tx, sessionId, by))) return refuse('not-joined');
  const teachers = (await assignedTeachers(tx, sessionId)).map((one) => one.personId);
  if (teachers.includes(personId)) return refuse('teaches-here');
  const entries = await seatsOf(tx, sessionId, [personId]);
  if (!seatOf({ entries, leadId: null }, personId)) return refuse('not-here');

  await saveAdmissions(tx, { sessionId, people: [personId], verdict: 'sent-back', by, at: now });
  // To everybody else they have left: who waits is between them and the hosts.
  await takeSeatAway({ tx, publish, now }, sessionId, { personId, why: 'left' }, teachers);
  await noteActs(tx, { sessionId, act: 'sent-to-lobby', by, about: [personId], at: now });
  return answer({});
});
