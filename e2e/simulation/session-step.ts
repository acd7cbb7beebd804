import fc from 'fast-check';
import { expect } from 'vitest';
import { readBy, readShown } from './read-session.ts';
import type { RealSession } from './real-session.ts';
import type { SessionModel } from './session-model.ts';
import { EVERYBODY, INVITED, STUDENTS, TEACHERS, type Who } from './session-people.ts';

export type Step = fc.AsyncCommand<SessionModel, RealSession>;

/** Something that happens to model and session alike; afterwards both must have answered and must show the same. */
export function step(
  title: string,
  toModel: (model: SessionModel) => string | undefined,
  toReal: (real: RealSession, model: SessionModel) => Promise<string | undefined>,
): Step {
  return {
    check: () => true,
    toString: () => title,
    async run(model, real) {
      // The session first: what a screen shows when one presses is what the model was.
      const answered = await toReal(real, model);
      expect(answered, title).toBe(toModel(model));
      await settleAndCompare(title, model, real);
    },
  };
}

/**
 * The same of something that happens outside, between somebody there and the hosts: nobody else hears of it, not even by a number
 * that is moved (LOBBY-8, TEAM-8).
 */
export function stepOutside(
  title: string,
  toModel: (model: SessionModel) => string | undefined,
  toReal: (real: RealSession, model: SessionModel) => Promise<string | undefined>,
): Step {
  return {
    check: () => true,
    toString: () => title,
    async run(model, real) {
      const before = { heads: await real.heads(), told: model.toldOutside() };
      const answered = await toReal(real, model);
      expect(answered, title).toBe(toModel(model));
      await settleAndCompare(title, model, real);
      const told = model.toldOutside();
      const mayMove = EVERYBODY.filter((who) => told.get(who) !== before.told.get(who));
      const moved = [...(await real.heads())]
        .filter(([key, revision]) => before.heads.get(key) !== revision)
        .map(([key]) => key);
      expect(
        real.withoutThoseOf(mayMove, moved),
        `${title}: heard by others than ${mayMove}`,
      ).toEqual([]);
    },
  };
}

async function settleAndCompare(
  title: string,
  model: SessionModel,
  real: RealSession,
): Promise<void> {
  model.pass(0);
  await real.pass(0);
  const shown = model.shown();
  expect(await readShown(real, shown), title).toEqual(shown);
  if (shown.ending === 'ended') for (const who of EVERYBODY) await real.rightsChanged(who);
  // One person's eyes a step, on everything that is told outside.
  const who = EVERYBODY[real.nextStep() % EVERYBODY.length] as Who;
  expect(await readBy(real, who), `${title}: what ${who} reads`).toEqual(model.readBy(who));
}

/** Whom the session is planned for. */
const inside = fc.constantFrom(...TEACHERS, ...STUDENTS);
export const anybody = fc.oneof(
  { weight: 3, arbitrary: inside },
  { weight: 2, arbitrary: fc.constantFrom(...EVERYBODY) },
);
export const teacher = fc.constantFrom<Who>(...TEACHERS);
export const mostlyATeacher = fc.oneof({ weight: 4, arbitrary: teacher }, anybody);
export const student = fc.constantFrom(...STUDENTS);
/** Whoever may have to wait: those who are asked from outside, and now and then a student who was sent back. */
export const outsider = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Who>(...INVITED, 'gro') },
  { weight: 2, arbitrary: student },
  { weight: 1, arbitrary: anybody },
);

export function several<T>(times: number, make: () => T): T[] {
  return Array.from({ length: times }, make);
}
