import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import { type Section, sectionOf } from '../catalogue/sections.ts';

/** Where a document that can be opened in a session comes from, in the order of how near that is. */
const NEARNESS: readonly Nearness[] = [
  'here',
  'group',
  'followed',
  'course',
  'personal',
  'shared',
  'session',
  'template',
];
export type Nearness = 'here' | Section;

export type Choices = readonly {
  readonly nearness: Nearness;
  readonly items: readonly DocumentItem[];
}[];

/**
 * What can be opened beside the others in a session: what is written in it, and then whatever else one may read. The shared note has a
 * button of its own.
 */
export function choicesIn(
  ofSession: readonly DocumentItem[],
  readable: readonly DocumentItem[],
): Choices {
  const here = new Set(ofSession.map(({ documentId }) => documentId));
  const elsewhere = readable.filter(({ documentId }) => !here.has(documentId));
  return NEARNESS.map((nearness) => ({
    nearness,
    items:
      nearness === 'here'
        ? ofSession.filter(({ isNote }) => !isNote)
        : elsewhere.filter((item) => sectionOf(item) === nearness),
  })).filter(({ items }) => items.length > 0);
}
