import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import * as commands from '#shared/features/session/breakout/commands.ts';
import type { BreakoutPlan } from '#shared/features/session/breakout/model.ts';
import * as queries from '#shared/features/session/breakout/queries.ts';
import { checkPlan } from '#shared/features/session/breakout/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { BreakoutId, DocumentId } from '#shared/kernel/ids.ts';
import { answer, answerQuery, type Calling, handle } from '../../../platform/handler.ts';
import { lockOrOpenLive } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { placeableIn } from './placeable.ts';
import { earlierRooms, earlierSplits, groupsOf, planOf, savePlan } from './plans.ts';

/** Also by a teacher who is not in: a session is planned before anybody can come to it. */
export const prepareBreakouts = handle(commands.prepareBreakouts, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (isOver(object, now)) return refuse('session-over');
  await lockOrOpenLive(tx, object.sessionId);
  const usable = input.plan ? await usablePlan(call, input.plan) : null;
  if (usable && !usable.ok) return usable;
  await savePlan(tx, object.sessionId, input.plan, subject.personId, now);
  return answer({});
});

/** A plan that can be used here, with the texts of those earlier rooms that go on in it. */
export async function usablePlan(
  { tx, object, subject, now }: Calling<unknown, SessionStanding>,
  plan: BreakoutPlan,
) {
  const people = await placeableIn(tx, object.sessionId, now);
  const checked = checkPlan(plan, new Set(people.map(({ personId }) => personId)));
  if (!checked.ok) return checked;
  const after = plan.rooms.flatMap((room) => room.after ?? []);
  const texts: ReadonlyMap<BreakoutId, DocumentId | null> =
    after.length > 0 ? await earlierRooms(tx, object, subject.personId, after) : new Map();
  // One text goes on in one room.
  const known = after.every((id) => texts.has(id)) && new Set(after).size === after.length;
  return known ? { ok: true as const, texts } : refuse('unknown-breakout');
}

export const breakoutPlans = answerQuery(
  queries.breakoutPlans,
  loadSession,
  async ({ object, tx, now }) => {
    const people = await placeableIn(tx, object.sessionId, now);
    const known = new Set(people.map(({ personId }) => personId));
    const earlier = await earlierSplits(tx, object);
    const groups = await groupsOf(tx, object.cohortId, now);
    return {
      prepared: await planOf(tx, object.sessionId),
      earlier: earlier.map(({ title, openedAt, rooms }) => ({
        ...{ title, openedAt },
        plan: {
          ...{ task: '', minutes: null, choice: false },
          rooms: rooms.map(({ id, name, members }) => ({
            name,
            members: members.filter((personId) => known.has(personId)),
            after: id,
          })),
        },
      })),
      groups: groups.map(({ name, members }) => ({
        name,
        members: members.filter((personId) => known.has(personId)),
      })),
      people: [...people],
    };
  },
);
