import type { DocumentItem, DocumentKind } from '#shared/features/document/catalogue/model.ts';

/** What stands under one heading in a list: whose it is matters more than its kind. */
export type Section = DocumentKind | 'followed' | 'shared';

/** The order in which they stand on a page: what one writes with others first. */
export const SECTION_ORDER: readonly Section[] = [
  'group',
  'followed',
  'session',
  'personal',
  'shared',
  'course',
  'template',
];

export function sectionOf({ kind, mine }: Pick<DocumentItem, 'kind' | 'mine'>): Section {
  if (kind === 'group' && !mine) return 'followed';
  return kind === 'personal' && !mine ? 'shared' : kind;
}
