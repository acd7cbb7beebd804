import type { Slice } from '../../platform/handler.ts';
import * as correction from './correction/handlers.ts';
import { ownAttendance, sessionAttendance } from './presence/queries.ts';
import { requirements, setRequirement } from './requirement/handlers.ts';
import { takeOutSheet } from './sheet/handlers.ts';
import { attendanceSheet, attendanceSheets } from './sheet/queries.ts';

export { attendanceNotices, listedUnder } from './requirement/notices.ts';

/** Who was there: measured in sessions, ticked off in classrooms and at gatherings, put right where it was wrong. */
export const attendanceSlice: Slice = {
  name: 'attendance',
  commands: [
    correction.correctAttendance,
    correction.correctGatheringDay,
    correction.tickInSession,
    correction.tickAtGathering,
    takeOutSheet,
    setRequirement,
  ],
  queries: [sessionAttendance, ownAttendance, attendanceSheets, attendanceSheet, requirements],
  channels: [],
};
