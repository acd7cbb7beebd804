import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

export const VERSION_NAME_MAX = 80;

/** One kept state of a document. */
export const documentVersion = z.object({
  versionId: id<'version'>(),
  at: z.number(),
  /** Null: kept by itself, when the document rested. */
  name: z.nullable(z.string()),
  /** Who named it, or restored an earlier one; null for one kept by itself. */
  byName: z.nullable(z.string()),
  /** Which earlier one this brought back: when that was kept, and its name. Null for one that brought nothing back. */
  restored: z.nullable(z.object({ at: z.number(), name: z.nullable(z.string()) })),
});
export type DocumentVersion = z.infer<typeof documentVersion>;
