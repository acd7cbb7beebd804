import * as commands from '#shared/features/attendance/correction/commands.ts';
import type { CorrectedTo } from '#shared/features/attendance/correction/model.ts';
import * as rules from '#shared/features/attendance/correction/rules.ts';
import type { DayFigure, TimeFigure } from '#shared/features/attendance/presence/model.ts';
import {
  dayFigureOf,
  type Said,
  soFar,
  timeFigureOf,
  timesThere,
} from '#shared/features/attendance/presence/rules.ts';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { type Refused, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, handle } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { studentsOfGatherings, studentsOfSessions } from '../../programme/public.ts';
import { loadSession } from '../../session/public.ts';
import { type DayStanding, heldIn, loadGatheringDay } from '../presence/occasions.ts';
import { seenIn } from '../presence/seen.ts';
import { lockEntry, type OccasionKey, saveCorrection, saveTick, toldAt } from './entries.ts';

/** One person at one occasion, with nobody else at it meanwhile. */
type Case<F> = {
  readonly key: OccasionKey;
  readonly personId: PersonId;
  readonly occasion: rules.Corrigible;
  readonly entry: rules.Entry;
  /** What the figure is where this has been said. */
  readonly figureOf: (said: Said) => F;
};

type At<Thing> = { readonly object: Thing; readonly now: Instant };
type Call<Thing> = {
  readonly tx: Tx;
  readonly input: { readonly personId: PersonId };
  readonly object: Thing;
  readonly askAgain: () => Promise<At<Thing> | null>;
};

/** The rights are asked once more when the turn has come: they may have gone meanwhile. */
async function caseInSession(call: Call<SessionStanding>): Promise<Case<TimeFigure> | null> {
  const { tx, input } = call;
  const { personId } = input;
  const { sessionId } = call.object;
  const key = { sessionId };
  await lockEntry(tx, key, personId);
  const again = await call.askAgain();
  if (!again) return null;
  const { object, now } = again;
  const held = heldIn(object, now);
  const isTheirs = (await studentsOfSessions(tx, [sessionId], personId)).length > 0;
  const times = timesThere(
    (await seenIn(tx, [sessionId], personId))(sessionId, personId),
    soFar(held),
  );
  return {
    ...{ key, personId, occasion: { cancelled: object.cancelled, held, isTheirs } },
    entry: (await toldAt(tx, [key], personId))(key, personId),
    figureOf: (said) => timeFigureOf(held, times, said),
  };
}

async function caseThatDay(call: Call<DayStanding>): Promise<Case<DayFigure> | null> {
  const { tx, input } = call;
  const { personId } = input;
  const { gatheringId, that } = call.object;
  const key = { gatheringId, day: that.day };
  await lockEntry(tx, key, personId);
  const again = await call.askAgain();
  if (!again) return null;
  const held = { length: again.object.that.length, now: again.now };
  const isTheirs = (await studentsOfGatherings(tx, [gatheringId], personId)).length > 0;
  return {
    ...{ key, personId, occasion: { cancelled: false, held, isTheirs } },
    entry: (await toldAt(tx, [key], personId))(key, personId),
    figureOf: dayFigureOf,
  };
}

async function correctIt<F extends TimeFigure | DayFigure>(
  tx: Tx,
  by: PersonId,
  { key, personId, occasion, entry, figureOf }: Case<F>,
  ask: { readonly to: CorrectedTo; readonly seen: number; readonly reason: string },
) {
  const decision = rules.correct(occasion, entry, ask);
  if (!decision.ok) return decision;
  const next = decision.facts.reduce(rules.evolve, entry);
  const [before, after] = [figureOf(entry), figureOf(next)];
  const { corrected, version } = next;
  const { reason } = ask;
  const at = occasion.held.now;
  const kept = { personId, corrected, version, before, after, reason, by, at };
  await saveCorrection(tx, key, kept);
  return answer({ figure: after });
}

async function tickIt<F extends TimeFigure | DayFigure>(
  tx: Tx,
  by: PersonId,
  { key, personId, occasion, entry, figureOf }: Case<F>,
  present: boolean | null,
) {
  const decision = rules.tick(occasion, entry, present);
  if (!decision.ok) return decision;
  if (decision.facts.length > 0)
    await saveTick(tx, key, { personId, present, by, at: occasion.held.now });
  return answer({ figure: figureOf(decision.facts.reduce(rules.evolve, entry)) });
}

const GONE: Refused<'not-found'> = refuse('not-found');

export const correctAttendance = handle(commands.correctAttendance, loadSession, async (call) => {
  const found = await caseInSession(call);
  return found ? correctIt(call.tx, call.subject.personId, found, call.input) : GONE;
});

export const tickInSession = handle(commands.tickInSession, loadSession, async (call) => {
  const found = await caseInSession(call);
  return found ? tickIt(call.tx, call.subject.personId, found, call.input.present) : GONE;
});

export const correctGatheringDay = handle(
  commands.correctGatheringDay,
  loadGatheringDay,
  async (call) => {
    const found = await caseThatDay(call);
    return found ? correctIt(call.tx, call.subject.personId, found, call.input) : GONE;
  },
);

export const tickAtGathering = handle(commands.tickAtGathering, loadGatheringDay, async (call) => {
  const found = await caseThatDay(call);
  return found ? tickIt(call.tx, call.subject.personId, found, call.input.present) : GONE;
});
