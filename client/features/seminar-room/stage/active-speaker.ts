import type { Instant } from '#shared/kernel/duration.ts';

/** A cough is shorter, a "mm" too: nobody becomes large by it. */
const PROMOTE_MS = 700;
/** A pause for thought is shorter: whoever is large stays so while drawing breath. */
const HOLD_MS = 3_000;

/** Who is shown as the one who speaks, and what may change that soon. Persons, not devices. */
export type ActiveSpeaker = {
  readonly shown: string | null;
  /** When the shown one was last heard. */
  readonly heardAt: Instant;
  /** Since when each of those who speak just now has spoken, loudest first. */
  readonly speaking: ReadonlyMap<string, Instant>;
};

export const NOBODY_SPEAKS: ActiveSpeaker = { shown: null, heardAt: 0, speaking: new Map() };

/** Takes in who speaks just now, loudest first. */
export function hear(
  state: ActiveSpeaker,
  speaking: readonly string[],
  now: Instant,
): ActiveSpeaker {
  const since = new Map(speaking.map((one) => [one, state.speaking.get(one) ?? now]));
  return settle({ ...state, speaking: since }, now);
}

/** Lets time pass: the same speakers, a little later. */
export function settle(state: ActiveSpeaker, now: Instant): ActiveSpeaker {
  if (state.shown !== null && state.speaking.has(state.shown)) return { ...state, heardAt: now };
  if (state.shown !== null && now - state.heardAt < HOLD_MS) return state;
  for (const [one, since] of state.speaking) {
    if (now - since >= PROMOTE_MS) return { ...state, shown: one, heardAt: now };
  }
  return state;
}
