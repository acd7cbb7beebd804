import { DAY_MS, HOUR_MS, MINUTE_MS } from './duration.ts';

/**
 * How long each kind of what is known about people is kept, the one table: the code that lets go goes by it, the page on privacy and the file
 * that one takes out say it, and docs/retention.md is held against it. `null`: no time of its own; there it says what ends it.
 */
export const RETENTION = {
  account: null,
  'ways-in': null,
  'sign-in': 12 * HOUR_MS,
  letter: 30 * DAY_MS,
  notice: 30 * DAY_MS,
  'push-device': null,
  call: DAY_MS,
  audit: 2 * 365 * DAY_MS,
  presence: null,
  /** Where a course has no rule of its own. */
  chat: 30 * DAY_MS,
  'team-line': null,
  round: null,
  pause: null,
  caption: MINUTE_MS,
  attendance: null,
  document: null,
  trash: 30 * DAY_MS,
  version: 90 * DAY_MS,
  'set-aside': 30 * DAY_MS,
  picture: 7 * DAY_MS,
  submission: null,
  concern: null,
  guest: 30 * DAY_MS,
  'media-event': DAY_MS,
  erasure: null,
  backup: 30 * DAY_MS,
} as const satisfies Readonly<Record<string, number | null>>;
export type KindOfData = keyof typeof RETENTION;
