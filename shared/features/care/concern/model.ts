import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { severalLines } from '#shared/kernel/plain-text.ts';
import type { Role } from '#shared/wire/access.ts';

export const CONCERN_LENGTH_MAX = 4_000;
/** More than anybody has to tell in a day, and few enough that nobody is flooded. */
export const CONCERNS_A_DAY = 20;

export const concernText = severalLines(CONCERN_LENGTH_MAX);

/** Whose work it is to follow people up. An administrator runs the school's lists, and is not among them. */
const READERS = [
  'studyAdviser',
  'practiceCoordinator',
  'teacher',
  'rector',
] as const satisfies readonly Role[];
export const CAN_READ_CONCERNS: readonly Role[] = READERS;

/** Somebody of the school who reads what is sent to them. */
export const concernReader = z.object({ personId: id<'person'>(), displayName: z.string() });
export type ConcernReader = z.infer<typeof concernReader>;

/** Somebody who could be named, with what tells namesakes apart: what is written is confidential. */
export const possibleReader = z.extend(concernReader, {
  /** Of those that can be named. */
  roles: z.array(z.enum(READERS)),
  /** By code, what they teach. */
  courses: z.array(z.string()),
});
export type PossibleReader = z.infer<typeof possibleReader>;

/** Which session it is about; null when it is about none, or that one is gone. */
export const concernSession = z.nullable(z.object({ title: z.string(), startsAt: z.number() }));
