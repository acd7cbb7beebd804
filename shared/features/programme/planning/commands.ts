import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { SESSION_KINDS } from '../calendar/model.ts';
import { day } from '../holiday/model.ts';
import * as model from './model.ts';

export const WHEN_REFUSALS = ['ends-before-start', 'in-the-past', 'too-far-ahead'] as const;
export const SERIES_REFUSALS = ['last-before-first', 'too-many', 'nothing-left'] as const;
/** A clash that the screen has not shown. */
const CLASH_REFUSALS = ['unseen-clash', 'unknown-teacher'] as const;
const CHANGE_REFUSALS = ['has-begun', 'was-cancelled', 'changed-meanwhile'] as const;

/** A session that is there, as the screen showed it. */
const which = {
  sessionId: id<'session'>(),
  version: z.int().check(z.gte(0)),
};

/** What is said of one whenever it is planned. */
export const plan = {
  title: model.sessionTitle,
  room: model.room,
  teachers: model.teachers,
  ...model.when,
};

/** Where one is planned. */
export const planningPlace = {
  cohortId: id<'cohort'>(),
  courseId: id<'course'>(),
  /** Null: for the whole cohort. */
  groupId: z.nullable(id<'group'>()),
};

/** Plans a session, or one on the same weekday of every week until a last day. */
export const planSessions = command({
  name: 'planning/plan',
  action: 'session/plan',
  input: z.object({
    ...planningPlace,
    ...plan,
    kind: z.enum(SESSION_KINDS),
    untilDay: z.nullable(day),
    seen: model.seenClashes,
  }),
  output: z.object({ sessionIds: z.array(id<'session'>()) }),
  refusals: [...WHEN_REFUSALS, ...SERIES_REFUSALS, ...CLASH_REFUSALS],
});

/** Changes one that has not begun, or also those of its series that come after it: when, where, by whom, and what it is called. */
export const changeSession = command({
  name: 'planning/change',
  action: 'session/plan',
  input: z.object({ ...which, ...plan, scope: model.scope, seen: model.seenClashes }),
  output: z.object({}),
  refusals: [...WHEN_REFUSALS, ...CLASH_REFUSALS, ...CHANGE_REFUSALS],
});

/** Cancels one that has not begun, or also those of its series that come after it, and says why. */
export const cancelSession = command({
  name: 'planning/cancel',
  action: 'session/plan',
  input: z.object({ ...which, scope: model.scope, reason: model.cancelReason }),
  output: z.object({}),
  refusals: CHANGE_REFUSALS,
});

/** Takes the cancelling of one session back: it is held as it was planned. */
export const takeBackCancelling = command({
  name: 'planning/take-back-cancelling',
  action: 'session/plan',
  input: z.object(which),
  output: z.object({}),
  refusals: ['has-begun', 'not-cancelled', 'changed-meanwhile'],
});
