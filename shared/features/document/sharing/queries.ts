import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { shareRight } from '../catalogue/model.ts';

/**
 * Whom one can share with by name: those of the cohorts that one learns or teaches in (docs/access.md row 2). Anybody else
 * is named by their whole address, and by whoever knows it.
 */
export const peopleToShareWith = query({
  name: 'document/people-to-share-with',
  action: 'document/share',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({
    people: z.array(z.object({ personId: id<'person'>(), displayName: z.string() })),
  }),
});

/** Why somebody can see a document. `staff`: by their role in the school. */
export const READER_GROUPS = [
  'owner',
  'members',
  'participants',
  'teachers',
  'students',
  'staff',
  'invited',
  'shared',
] as const;

/** "Hvem kan se dette?": everybody who can, in groups, for everybody who can. */
export const documentReaders = query({
  name: 'document/readers',
  action: 'document/read',
  input: z.object({ documentId: id<'document'>() }),
  output: z.object({
    groups: z.array(
      z.object({
        because: z.enum(READER_GROUPS),
        mayEdit: z.boolean(),
        people: z.array(
          z.object({
            personId: id<'person'>(),
            displayName: z.string(),
            /** Of those whom it is shared with. */
            right: z.nullable(shareRight),
          }),
        ),
        /** How many more there are than are named. */
        more: z.number(),
      }),
    ),
  }),
});
