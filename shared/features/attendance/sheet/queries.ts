import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { scope, sheet } from './model.ts';

/** The tables in which one sees everybody's attendance at something. */
export const attendanceSheets = query({
  name: 'attendance/sheets',
  action: 'attendance/list',
  input: z.object({}),
  output: z.object({
    cohorts: z.array(
      z.object({
        ...{ cohortId: id<'cohort'>(), name: z.string() },
        courses: z.array(z.object({ code: z.string(), title: z.string(), sessions: z.number() })),
        gatherings: z.number(),
      }),
    ),
  }),
});

/** One table; null where one sees nobody's attendance there but one's own. */
export const attendanceSheet = query({
  name: 'attendance/sheet',
  action: 'attendance/list',
  input: scope,
  output: z.object({ sheet: z.nullable(sheet) }),
});
