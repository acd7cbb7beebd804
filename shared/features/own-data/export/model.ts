/** What we hold about oneself, as one file: `POST`, since it is written down that somebody took it. */
export const OWN_DATA_PATH = '/api/me/data';

/** Why it is not handed over. */
export const TAKE_OUT_REFUSALS = [
  'signed-out',
  'not-found',
  /** It is a while since one showed who one is. */
  'not-fresh',
  /** It is on its way already, in another window. */
  'under-way',
  'too-many-calls',
  'try-again',
  'wrong-origin',
  'fault',
] as const;
export type TakeOutRefusal = (typeof TAKE_OUT_REFUSALS)[number];
