import * as z from 'zod/mini';

/** What a notice is about. Each is chosen by itself, for each way. */
export const NOTICE_KINDS = [
  /** The evening before. */
  'session-tomorrow',
  /** Half an hour before. */
  'session-soon',
  /** Moved, cancelled, back again, or taken by a substitute. */
  'session-changed',
  /** Due soon, and not handed in. */
  'deadline',
  'gathering',
  /** A course may soon have too little of one's attendance, or has. */
  'attendance',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How a notice comes. */
export const WAYS = ['mail', 'push'] as const;
export type Way = (typeof WAYS)[number];

export const noticeKind = z.enum(NOTICE_KINDS);
export const way = z.enum(WAYS);

export const choice = z.object({ kind: noticeKind, way, wanted: z.boolean() });
export type Choice = z.infer<typeof choice>;

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** By Oslo's clock; past midnight where `until` is the earlier of the two. */
export const quietHours = z.object({ from: time, until: time });
export type QuietHours = z.infer<typeof quietHours>;

/** What comes without anybody having asked for it: what is worth a letter, and no more. */
export const wantedAtFirst: Readonly<Record<Way, readonly NoticeKind[]>> = {
  mail: ['session-tomorrow', 'session-changed', 'deadline', 'gathering', 'attendance'],
  // Whoever switches a device on has asked for it.
  push: ['session-soon', 'session-changed', 'deadline'],
};

export const QUIET_AT_FIRST: QuietHours = { from: '21:00', until: '08:00' };

/** Where notices are chosen. */
export const NOTICES_PAGE = '/varsler';
/** Where the link of a letter turns a kind off, with what opens it behind `#`. */
export const NOTICES_OFF_PAGE = '/varsler/av';
/** Where a page, or with what opens it behind a slash a mail program (RFC 8058), turns kinds off without a sign-in. */
export const NOTICES_OFF_PATH = '/api/notices/off';
