import * as commands from '#shared/features/session/guest/commands.ts';
import { GUEST_LINKS_MAX } from '#shared/features/session/guest/model.ts';
import { guestUntil } from '#shared/features/session/guest/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { GuestLinkId } from '#shared/kernel/ids.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Unit } from '../../../platform/unit-of-work.ts';
import { assignedTeachers, expectedParticipants } from '../../programme/public.ts';
import { lockLive } from '../live-session.ts';
import { takeOutOfLobby } from '../lobby/keeping.ts';
import { noteAct } from '../moderation/log.ts';
import { takeSeatAway } from '../moderation/seat-away.ts';
import { isOver, loadSession } from '../planned.ts';
import { endAccess } from './ending.ts';
import {
  addLink,
  countLinks,
  type LinkGuest,
  linkKnownAs,
  lockLink,
  saveWithdrawal,
} from './repository.ts';

export const makeGuestLink = handle(commands.makeGuestLink, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (isOver(object, now)) return refuse('session-over');
  const until = guestUntil(object, input.untilAt, now);
  if (!until.ok) return until;
  // Two at the same moment may make one more: it is a bound, not a count.
  if ((await countLinks(tx, object.sessionId)) >= GUEST_LINKS_MAX) return refuse('too-many-links');
  const { tokenHash, note, as } = input;
  const linkId = await addLink(tx, {
    ...{ id: newId<'guest-link'>() as GuestLinkId, sessionId: object.sessionId, tokenHash, note },
    ...{ as, untilAt: until.untilAt, madeBy: subject.personId, madeAt: now },
  });
  if (!linkId) return refuse('not-found');
  return answer({ link: await linkKnownAs(tx, linkId, now) });
});

export const withdrawGuestLink = handle(commands.withdrawGuestLink, loadSession, async (call) => {
  const { input, tx, publish } = call;
  const { sessionId } = call.object;
  // The session's row before its links, as at the session's end.
  await lockLive(tx, sessionId);
  // A link of another session is none of this one's: nothing changes.
  if (!(await lockLink(tx, sessionId, input.linkId))) return answer({});
  // The right may have gone while this waited for whoever came by it just now.
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { now } = again;
  const guest = await saveWithdrawal(tx, input.linkId, now);
  if (!guest) return answer({});
  const { personId: by } = call.subject;
  await noteAct(tx, {
    ...{ sessionId, act: 'guest-link-withdrawn', by, about: guest.personId, at: now },
  });
  await endAccess(tx, guest);
  await leaveAtOnce({ tx, publish, now }, guest);
  return answer({});
});

/** Whoever has no other part in the session is out of it and of its lobby, for all to see at once, whatever their lines do. */
async function leaveAtOnce(unit: Unit, { sessionId, personId }: LinkGuest): Promise<void> {
  const { tx, now } = unit;
  const expected = await expectedParticipants(tx, sessionId, now);
  if (expected.some((one) => one.personId === personId)) return;
  const teachers = (await assignedTeachers(tx, sessionId)).map((one) => one.personId);
  await takeSeatAway(unit, sessionId, { personId, why: 'removed' }, teachers);
  await takeOutOfLobby(unit, sessionId, personId);
}
