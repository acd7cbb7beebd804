import type { aboutAssignment } from '#shared/features/assignment/assignment/queries.ts';
import type { submissionQuery } from '#shared/features/assignment/submission/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';

/** What the pages of this slice have been told. */
export type About = OutputOf<typeof aboutAssignment>;
export type Submission = OutputOf<typeof submissionQuery>;
