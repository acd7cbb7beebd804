import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/roster/commands.ts';
import { partOf } from '#shared/features/session/roster/policy.ts';
import * as rules from '#shared/features/session/roster/rules.ts';
import { type Seating, takeSeat } from '#shared/features/session/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { answer, type CommandHandler, handle } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { type NameAndPlace, nameAndPlace } from '../../identity/public.ts';
import { assignedTeachers, hasEnded, invitedAs, sessionKindOf } from '../../programme/public.ts';
import { keepVisits } from '../afterwards/visits.ts';
import { followCameInBreakouts } from '../breakout/following.ts';
import { type LiveSession, lockAtSeat, lockOrOpenLive } from '../live-session.ts';
import { tellHostIsIn } from '../lobby/keeping.ts';
import { shownAs } from '../names/naming.ts';
import { namedBeside } from '../names/told.ts';
import { isLockedOut } from '../order/at-door.ts';
import { isOver, loadSession } from '../planned.ts';
import { followPeopleInRound } from '../round/following.ts';
import { seatsOf } from './repository.ts';
import type { SeatKeeper } from './seat-keeper.ts';
import { saveRoster } from './seating.ts';

/** Taking a seat. The keeper is told to expect a line, so that nobody sits there without one. */
export function joinSession(
  keeper: Pick<SeatKeeper, 'expectLine'>,
): CommandHandler<typeof commands.joinSession, SessionStanding> {
  return handle(commands.joinSession, loadSession, async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    const door = rules.doorOf(object, now);
    if (door !== 'open') return refuse(door);
    const part = partOf(subject, object, now);
    if (part === null) throw new Error('let in without a part');

    const { live, seating } = await lockSeating(tx, object, subject.personId);
    // Ended while this waited for the lock.
    if (await hasEnded(tx, object.sessionId)) return refuse('session-ended');
    const who = { personId: subject.personId, part };
    const entry = seating.roster.entries.find(({ personId }) => personId === who.personId);
    if (await isLockedOut(tx, live, who, entry, now)) return refuse('session-locked');
    keeper.expectLine(object.sessionId, subject.personId);
    const named = await nameAndPlace(tx, subject.personId);
    const { own, others } = await namedIn(tx, object.sessionId, subject.personId, named, now);
    const guestAs = part === 'guest' && (await invitedAs(tx, object.sessionId, subject.personId));
    const as = guestAs && { guestAs };
    const taken = takeSeat(
      seating,
      { ...who, ...own, ...as, expected: true },
      input.place ?? named.place,
      now,
    );

    const next = taken.facts.reduce(rules.evolveRoster, seating.roster);
    await saveRoster(tx, object.sessionId, seating.roster, next);
    await keepVisits(tx, object.sessionId, taken.facts);
    publish(sessionChannel, object.sessionId, [...taken.facts, ...others]);
    publish(sessionChannel, object.sessionId, await followPeopleInRound(tx, object.sessionId, now));
    // Whoever had a seat stays where they are: another tab, or a page that is loaded again.
    if (taken.facts.some(({ type }) => type === 'participant-joined'))
      await followCameInBreakouts({ tx, publish, now }, object.sessionId, subject.personId);
    await tellHostIsIn({ tx, publish }, object.sessionId, seating.roster.leadId, next.leadId);
    return answer({ place: rules.seatOf(next, subject.personId)?.place ?? named.place });
  });
}

/** What whoever comes is shown as, and what it changes for the others. Only in a circle does it change anything. */
async function namedIn(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  named: NameAndPlace,
  now: Instant,
): Promise<Awaited<ReturnType<typeof namedBeside>>> {
  const kind = await sessionKindOf(tx, sessionId);
  if (kind === 'circle') return namedBeside(tx, sessionId, personId, now);
  return { own: shownAs({ personId, ...named }, kind, named.displayName), others: [] };
}

async function lockSeating(
  tx: Tx,
  session: SessionStanding,
  personId: PersonId,
): Promise<{ readonly live: LiveSession; readonly seating: Seating }> {
  const live = await lockOrOpenLive(tx, session.sessionId);
  const teachers = (await assignedTeachers(tx, session.sessionId)).map((one) => one.personId);
  const lead = live.leadId === null ? [] : [live.leadId];
  const entries = await seatsOf(tx, session.sessionId, [personId, ...teachers, ...lead]);
  const roster = { entries, leadId: live.leadId };
  return { live, seating: { roster, handQueue: live.handQueue, teachers } };
}

export const choosePlace = handle(commands.choosePlace, loadSession, async (call) => {
  const { input, object, subject, tx, publish } = call;
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const roster = { entries: [at.seat], leadId: at.live.leadId };
  const decision = rules.choosePlace(roster, subject.personId, input.place);
  if (!decision.ok) return decision;

  await saveRoster(tx, object.sessionId, roster, decision.facts.reduce(rules.evolveRoster, roster));
  publish(sessionChannel, object.sessionId, decision.facts);
  return answer({});
});

export const passLead = handle(commands.passLead, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  if (isOver(object, now)) return refuse('session-over');
  const at = await lockAtSeat(tx, object.sessionId, subject.personId);
  if (!at) return refuse('not-joined');

  const { seating } = await lockSeating(tx, object, subject.personId);
  const { roster, teachers } = seating;
  const passed = { by: subject.personId, to: input.to };
  const decision = rules.passLead(roster, teachers, passed, now);
  if (!decision.ok) return decision;

  await saveRoster(tx, object.sessionId, roster, decision.facts.reduce(rules.evolveRoster, roster));
  publish(sessionChannel, object.sessionId, decision.facts);
  return answer({});
});
