import * as admin from './features/admin/personal-data.ts';
import * as assignment from './features/assignment/personal-data.ts';
import * as attendance from './features/attendance/personal-data.ts';
import * as audit from './features/audit/personal-data.ts';
import * as care from './features/care/personal-data.ts';
import * as document from './features/document/personal-data.ts';
import * as identity from './features/identity/personal-data.ts';
import * as notification from './features/notification/personal-data.ts';
import * as ownData from './features/own-data/personal-data.ts';
import * as programme from './features/programme/personal-data.ts';
import * as seminarRoom from './features/seminar-room/personal-data.ts';
import * as session from './features/session/personal-data.ts';

/** Every slice that holds something about people, in the order in which one reads it. */
export const HOLDERS = {
  identity,
  admin,
  programme,
  session,
  'seminar-room': seminarRoom,
  attendance,
  document,
  assignment,
  care,
  notification,
  audit,
  'own-data': ownData,
} as const;
