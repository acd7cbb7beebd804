import { adminSlice } from './features/admin/public.ts';
import { createAssignmentSlice } from './features/assignment/public.ts';
import { attendanceSlice } from './features/attendance/public.ts';
import { auditSlice } from './features/audit/public.ts';
import { careSlice } from './features/care/public.ts';
import { createDocumentSlice, textsForSome } from './features/document/public.ts';
import { homeSlice } from './features/home/public.ts';
import { createIdentitySlice } from './features/identity/public.ts';
import { notificationSlice } from './features/notification/public.ts';
import { ownDataSlice } from './features/own-data/public.ts';
import { programmeSlice } from './features/programme/public.ts';
import { createSeminarRoomSlice, type Media } from './features/seminar-room/public.ts';
import { beforeNamed, createSessionSlice } from './features/session/public.ts';
import type { Clock } from './platform/clock.ts';
import type { Can, SubjectOf } from './platform/dispatch.ts';
import type { Log } from './platform/log.ts';
import type { UnitOfWork } from './platform/unit-of-work.ts';
import type { Database } from './storage/database.ts';
import type { PassingKeys } from './storage/passing-keys.ts';

export type Slices = ReturnType<typeof createSlices>;

/** The list of slices, introduced to what they stand on. */
export function createSlices(parts: {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly media: Media;
  /** Of what is asked without a name. */
  readonly keys: PassingKeys;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
}) {
  const document = createDocumentSlice(parts);
  return {
    identity: createIdentitySlice({ beforeShown: beforeNamed }),
    programme: programmeSlice,
    session: createSessionSlice({ ...parts, texts: textsForSome }),
    seminarRoom: createSeminarRoomSlice(parts),
    document,
    assignment: createAssignmentSlice(document),
    care: careSlice,
    attendance: attendanceSlice,
    notification: notificationSlice,
    admin: adminSlice,
    home: homeSlice,
    audit: auditSlice,
    ownData: ownDataSlice,
  };
}
