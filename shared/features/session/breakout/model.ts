import * as z from 'zod/mini';
import { MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import { id } from '#shared/kernel/ids.ts';
import { writtenLine, writtenText } from '#shared/kernel/written.ts';
import { chat } from '../chat/model.ts';
import { handQueue } from '../hand-queue/model.ts';

export const BREAKOUTS_MAX = 30;
/** As many as a session has. */
export const BREAKOUT_PEOPLE_MAX = 300;
/** Characters (UTF-16 code units). */
export const BREAKOUT_NAME_MAX = 40;
export const TASK_MAX = 500;
export const BREAKOUT_MINUTES_MAX = 180;
/** So long before everybody is brought back they are told. */
export const RETURN_NOTICE_MS = 60 * SECOND_MS;
/** What a group that asks for a minute more is given. */
export const ONE_MORE_MS = MINUTE_MS;
/** How many rooms one voice reaches at once: each is a line of its own from the speaker's device. */
export const SPOKEN_TO_MAX = 4;

const personId = id<'person'>();
const breakoutId = id<'breakout'>();
const at = z.number();

export const breakoutName = writtenLine(BREAKOUT_NAME_MAX).check(z.minLength(1));
/** What the groups are asked to do; may be empty. */
export const task = writtenText(TASK_MAX);

/** One room of a plan. */
export const plannedBreakout = z.object({
  name: breakoutName,
  members: z.array(personId).check(z.maxLength(BREAKOUT_PEOPLE_MAX)),
  /** The earlier room that goes on in it, with its text; null for a new one. */
  after: z.nullable(breakoutId),
});

/** How a session is to be split: ahead of it, or when it is. */
export const breakoutPlan = z.object({
  task,
  /** Null: until a teacher brings everybody back. */
  minutes: z.nullable(z.int().check(z.gte(1), z.lte(BREAKOUT_MINUTES_MAX))),
  /** Whoever has no room chooses one. */
  choice: z.boolean(),
  rooms: z.array(plannedBreakout).check(z.minLength(1), z.maxLength(BREAKOUTS_MAX)),
});
export type BreakoutPlan = z.infer<typeof breakoutPlan>;

/** A teacher outside who would like to come in. */
export const knock = z.object({ by: personId, at });
/** That a group asks the teachers to come. */
export const helpCall = z.object({ by: personId, at });

/**
 * A breakout as it is seen from the session. What a group asks, and where its text is, is for hosts: to everybody else it is
 * as if nobody asked (`seenByParticipants`).
 */
export const breakout = z.object({
  id: breakoutId,
  name: z.string(),
  /** Who belongs there, here or not. */
  members: z.array(personId),
  /** Who is there just now: its members and those who visit, as long as their seats are held. */
  inside: z.array(personId),
  documentId: z.nullable(id<'document'>()),
  called: z.nullable(helpCall),
  /** The group asks for one minute more. */
  minuteAsked: z.boolean(),
  /** Who has a hand up there. */
  hands: z.array(personId),
  knocks: z.array(knock),
});
export type Breakout = z.infer<typeof breakout>;

/** A session that is split. Whoever is in none of the rooms is in the session's own. */
export const breakouts = z.object({
  /** Null: somebody who has been erased since. */
  by: z.nullable(personId),
  task: z.string(),
  choice: z.boolean(),
  /** Who has been let choose, besides everybody where `choice` is. */
  choosers: z.array(personId),
  openedAt: at,
  /** When everybody is brought back; null until a teacher says. */
  endsAt: z.nullable(at),
  rooms: z.array(breakout),
});
export type Breakouts = z.infer<typeof breakouts>;

/** A breakout from within, for those who are in it. */
export const breakoutRoom = z.object({
  id: breakoutId,
  documentId: z.nullable(id<'document'>()),
  called: z.nullable(helpCall),
  minuteAsked: z.boolean(),
  knocks: z.array(knock),
  handQueue,
  chat,
});
export type BreakoutRoom = z.infer<typeof breakoutRoom>;
