import {
  maySeeEverybodysAttendance,
  maySeeEverybodysDays,
} from '#shared/features/attendance/presence/policy.ts';
import * as contracts from '#shared/features/attendance/sheet/queries.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { cohortsNamed, gatheringStandings, standingsOfCohort } from '../../programme/public.ts';
import { readSheet } from './read-sheet.ts';

export const attendanceSheets = answerQuery(
  contracts.attendanceSheets,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, subject, now }) => {
    const cohorts = [];
    for (const { cohortId, name } of await cohortsNamed(tx)) {
      const courses = await coursesOf(cohortId);
      const days = (await gatheringStandings(tx, subject, cohortId, now)).filter((gathering) =>
        maySeeEverybodysDays(subject, gathering, now),
      );
      if (courses.length + days.length > 0)
        cohorts.push({ cohortId, name, courses, gatherings: days.length });
    }
    return { cohorts };

    async function coursesOf(cohortId: CohortId) {
      const sessions = (await standingsOfCohort(tx, subject, cohortId, now)).filter(
        (session) => !session.cancelled && maySeeEverybodysAttendance(subject, session, now),
      );
      const codes = [...new Set(sessions.map(({ courseCode }) => courseCode))].toSorted();
      return codes.map((code) => {
        const ofCourse = sessions.filter(({ courseCode }) => courseCode === code);
        const title = ofCourse[0]?.courseTitle ?? code;
        return { code, title, sessions: ofCourse.length };
      });
    }
  },
);

export const attendanceSheet = answerQuery(
  contracts.attendanceSheet,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, tx, subject, now }) => ({
    sheet: await readSheet({ tx, subject, now }, input),
  }),
);
