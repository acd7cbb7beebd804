import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import * as commands from '#shared/features/session/breakout/commands.ts';
import type { BreakoutFact } from '#shared/features/session/breakout/facts.ts';
import type { Breakouts } from '#shared/features/session/breakout/model.ts';
import * as queries from '#shared/features/session/breakout/queries.ts';
import * as rules from '#shared/features/session/breakout/rules.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { postMessage } from '#shared/features/session/chat/rules.ts';
import { type Decision, refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import {
  answer,
  answerQuery,
  type Calling,
  handle,
  type QueryHandler,
  type Slice,
} from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { tellIn } from '../chat/place.ts';
import { addMessage } from '../chat/repository.ts';
import { lockAtSeat } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { roundOf } from '../round/repository.ts';
import type { BreakoutKeeper } from './breakout-keeper.ts';
import { endWordOfMoved, followInTexts, type Keeping, keepBreakouts } from './keeping.ts';
import { placeableIn } from './placeable.ts';
import { usablePlan } from './plan-handlers.ts';
import { presentIn, saveOpened, splitOf } from './repository.ts';
import type { BreakoutTexts, WithText } from './texts.ts';

const TITLE_MAX = 120;

type Parts = {
  readonly texts: BreakoutTexts;
  readonly keeper: Pick<BreakoutKeeper, 'expectReturn'>;
};

/** Splitting and what goes on meanwhile: who is where, and what groups and teachers ask of each other. */
export function breakoutHandlers(parts: Parts): Slice['commands'] {
  const { texts, keeper } = parts;

  const openBreakouts = handle(commands.openBreakouts, loadSession, async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    const { sessionId } = object;
    const { plan } = input;
    if (isOver(object, now)) return refuse('session-over');
    if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');
    if (await roundOf(tx, sessionId)) return refuse('round-on');
    const split = await splitOf(tx, sessionId);
    if (split) return refuse('already-split');
    const usable = await usablePlan(call, plan);
    if (!usable.ok) return usable;

    const by = subject.personId;
    const rooms: WithText[] = [];
    for (const { name, members, after } of plan.rooms) {
      const title = `${name}: ${object.title}`.slice(0, TITLE_MAX);
      const goesOn = after && usable.texts.get(after);
      const documentId = goesOn || (await texts.make(tx, { sessionId, title, by, at: now }));
      if (goesOn) {
        const others = plan.rooms.flatMap((room) => (room.after === after ? [] : room.members));
        await texts.bring(tx, documentId, sessionId);
        await texts.letOut(tx, documentId, others);
      }
      await texts.letIn(tx, documentId, members);
      rooms.push({ id: newId<'breakout'>(), documentId });
    }
    const present = await presentIn(tx, sessionId);
    const decision = rules.openBreakouts(split, plan, rooms, present, by, now);
    if (!decision.ok) return decision;
    for (const fact of decision.facts) {
      if (fact.type !== 'breakouts-opened') continue;
      const { breakouts } = fact;
      await saveOpened(tx, sessionId, breakouts);
      if (breakouts.endsAt !== null) keeper.expectReturn(sessionId, breakouts.endsAt);
      const moved = breakouts.rooms.flatMap(({ inside }) => inside);
      await endWordOfMoved({ tx, publish, now }, sessionId, moved);
    }
    publish(sessionChannel, sessionId, decision.facts);
    return answer({});
  });

  const goTo = handle(commands.goTo, loadSession, (call) => {
    const { input, subject } = call;
    return inSplit(call, (split, present) =>
      rules.goTo(split, subject.personId, input.breakoutId, present),
    );
  });

  const placePerson = handle(commands.placePerson, loadSession, async (call) => {
    const { input, subject } = call;
    const { personId, breakoutId } = input;
    const known = await isPlaceable(call, personId);
    return inSplit(call, (split, present) =>
      known
        ? rules.placePerson(split, personId, breakoutId, subject.personId, present)
        : refuse('unknown-person'),
    );
  });

  const letChoose = handle(commands.letChoose, loadSession, async (call) => {
    const { personId } = call.input;
    const known = await isPlaceable(call, personId);
    return inSplit(call, (split) =>
      known ? rules.letChoose(split, personId) : refuse('unknown-person'),
    );
  });

  const callTeachers = handle(commands.callTeachers, loadSession, (call) => {
    const { input, subject, now } = call;
    return inSplit(call, (split) =>
      rules.callTeachers(split, subject.personId, input.breakoutId, input.wanted, now),
    );
  });

  const askForMinute = handle(commands.askForMinute, loadSession, (call) => {
    const { input, subject, now } = call;
    return inSplit(call, (split) =>
      rules.askForMinute(split, subject.personId, input.breakoutId, now),
    );
  });

  const lengthenBreakouts = handle(commands.lengthenBreakouts, loadSession, (call) => {
    const { input, subject, now } = call;
    return inSplit(call, (split) =>
      rules.lengthenBreakouts(split, input.minutes, subject.personId, now),
    );
  });

  const bringBack = handle(commands.bringBack, loadSession, async (call) => {
    const { input, subject, now } = call;
    const brought = await inSplit<never>(call, (split) =>
      rules.bringBack(split, input.atOnce, subject.personId, now),
    );
    // They are back already.
    return !brought.ok && brought.refusal === 'not-split' ? answer({}) : brought;
  });

  const knockAt = handle(commands.knockAt, loadSession, (call) => {
    const { input, subject, now } = call;
    return inSplit(call, (split) => rules.knockAt(split, subject.personId, input.breakoutId, now));
  });

  const answerKnock = handle(commands.answerKnock, loadSession, (call) => {
    const { input, subject } = call;
    return inSplit(call, (split, present) =>
      rules.answerKnock(split, subject.personId, input.breakoutId, input, present),
    );
  });

  const writeToAll = handle(commands.writeToAll, loadSession, async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    const { sessionId } = object;
    const at = await lockAtSeat(tx, sessionId, subject.personId);
    if (!at) return refuse('not-joined');
    const split = await splitOf(tx, sessionId);
    if (!split) return refuse('not-split');
    const { text, lang } = input;
    const who = { by: subject.personId, byName: at.seat.displayName };
    for (const breakoutId of [null, ...split.rooms.map(({ id }) => id)]) {
      const draft = { id: newId<'message'>(), ...who, text, lang, replyTo: null, toAll: true };
      const posted = postMessage(draft, null, now);
      if (!posted.ok) throw new Error('a message that replies to none has a reason to be refused');
      const place = { sessionId, breakoutId };
      for (const { message } of posted.facts) await addMessage(tx, place, message);
      tellIn(publish, place, posted.facts);
    }
    return answer({});
  });

  /** Carries the split forward, for a caller who sits in the session. */
  async function inSplit<Refusal extends string>(
    call: Calling<unknown, SessionStanding> & Keeping,
    decide: (split: Breakouts, present: rules.Present) => Decision<BreakoutFact, Refusal>,
  ) {
    const { tx, object, subject } = call;
    const { sessionId } = object;
    if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');
    const split = await splitOf(tx, sessionId);
    if (!split) return refuse('not-split');
    const decision = decide(split, await presentIn(tx, sessionId));
    if (!decision.ok) return decision;
    await keepBreakouts(call, sessionId, split, decision.facts);
    await followInTexts(tx, split, decision.facts, texts);
    for (const fact of decision.facts) {
      if (fact.type === 'return-moved') keeper.expectReturn(sessionId, fact.endsAt);
      if (fact.type === 'people-moved')
        await endWordOfMoved(
          call,
          sessionId,
          fact.moves.filter(({ to }) => to !== null).map(({ personId }) => personId),
        );
    }
    return answer({});
  }

  return [
    openBreakouts,
    goTo,
    placePerson,
    letChoose,
    callTeachers,
    askForMinute,
    lengthenBreakouts,
    bringBack,
    knockAt,
    answerKnock,
    writeToAll,
  ];
}

/** When each group last wrote in its text. */
export function breakoutActivity(
  texts: Pick<BreakoutTexts, 'writtenAt'>,
): QueryHandler<typeof queries.breakoutActivity, SessionStanding> {
  return answerQuery(queries.breakoutActivity, loadSession, async ({ object, tx }) => {
    const rooms = (await splitOf(tx, object.sessionId))?.rooms ?? [];
    const written = await texts.writtenAt(
      tx,
      rooms.flatMap(({ documentId }) => documentId ?? []),
    );
    return {
      texts: rooms.map(({ id, documentId }) => ({
        breakoutId: id,
        writtenAt: (documentId && written.get(documentId)) ?? null,
      })),
    };
  });
}

async function isPlaceable(
  { tx, object, now }: Calling<unknown, SessionStanding>,
  personId: PersonId,
): Promise<boolean> {
  const people = await placeableIn(tx, object.sessionId, now);
  return people.some((one) => one.personId === personId);
}
