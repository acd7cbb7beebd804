import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { memberStanding, paperState, submissionGlance } from '../submission/model.ts';
import { assignmentMode, namedPerson } from './model.ts';

const whatItIs = {
  assignmentId: id<'assignment'>(),
  title: z.string(),
  mode: assignmentMode,
  dueAt: z.number(),
  courseCode: z.string(),
  cohortName: z.string(),
} as const;

/** Every assignment that one may read, the next due first. */
export const assignmentList = query({
  name: 'assignment/list',
  action: 'assignment/list',
  input: z.object({}),
  output: z.object({
    now: z.number(),
    items: z.array(
      z.object({
        ...whatItIs,
        /** Of who answers it. */
        mine: z.nullable(
          z.object({
            groupName: z.nullable(z.string()),
            /** How one stands to the text as it is now. */
            standing: memberStanding,
            handedIn: z.nullable(submissionGlance),
          }),
        ),
        /** Of a student of the cohort who is in none of the groups that answer it: whom to ask. */
        groupless: z.nullable(z.object({ teachers: z.array(namedPerson) })),
        /** Of its teachers: how many have handed in, of how many. */
        handedIn: z.nullable(z.object({ count: z.number(), of: z.number() })),
      }),
    ),
  }),
});

/** Where one may set an assignment. */
export const whereToSet = query({
  name: 'assignment/where-to-set',
  action: 'assignment/list',
  input: z.object({}),
  output: z.object({
    places: z.array(
      z.object({
        cohortId: id<'cohort'>(),
        courseId: id<'course'>(),
        cohortName: z.string(),
        courseCode: z.string(),
        courseTitle: z.string(),
        groupNames: z.array(z.string()),
      }),
    ),
  }),
});

/** The brief, and for who answers it how far they have come. */
export const aboutAssignment = query({
  name: 'assignment/about',
  action: 'assignment/read',
  input: z.object({ assignmentId: id<'assignment'>() }),
  output: z.object({
    ...whatItIs,
    now: z.number(),
    courseTitle: z.string(),
    brief: z.string(),
    criteria: z.array(z.string()),
    teachers: z.array(namedPerson),
    maySet: z.boolean(),
    /** A student of the cohort who is in none of the groups that answer it. */
    groupless: z.boolean(),
    /** What one answers oneself: one's own, or one's group's. Usually one, or none. */
    papers: z.array(
      z.object({
        /** Null until somebody has begun. */
        paperId: z.nullable(id<'paper'>()),
        groupId: z.nullable(id<'group'>()),
        groupName: z.nullable(z.string()),
        members: z.array(namedPerson),
        documentId: z.nullable(id<'document'>()),
        /** The text as it stands now; null when there is none, or it cannot be read whole. */
        text: z.nullable(
          z.object({ fingerprint: z.string(), words: z.number(), fromTemplate: z.number() }),
        ),
        state: paperState,
      }),
    ),
  }),
});

/** Which assignment a document answers, for whoever reads the document; null for one that answers none. */
export const assignmentOfDocument = query({
  name: 'assignment/of-document',
  action: 'document/read',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({
    now: z.number(),
    assignment: z.nullable(
      z.object({
        assignmentId: id<'assignment'>(),
        title: z.string(),
        dueAt: z.number(),
      }),
    ),
  }),
});

/** How far each group, or each student, has come: for those who set it. */
export const papersOf = query({
  name: 'assignment/papers',
  action: 'assignment/set',
  input: z.object({ assignmentId: id<'assignment'>() }),
  output: z.object({
    now: z.number(),
    papers: z.array(
      z.object({
        groupName: z.nullable(z.string()),
        members: z.array(namedPerson),
        /** How many say yes to the text as it is now. */
        confirmed: z.number(),
        /** Of a group of which somebody has written: when that was last. What one student does alone is not shown. */
        writtenAt: z.nullable(z.number()),
        handedIn: z.nullable(submissionGlance),
        /** Where nothing is handed in, and something was. */
        takenBackAt: z.nullable(z.number()),
      }),
    ),
  }),
});
