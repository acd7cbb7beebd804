import type {
  CreationPlace,
  DocumentItem,
  DocumentKind,
} from '#shared/features/document/catalogue/model.ts';
import type { words } from './words.ts';

type Words = (typeof words)['nb'];

/** The order in which kinds of place are offered. */
export const KIND_ORDER: readonly DocumentKind[] = [
  'group',
  'session',
  'personal',
  'course',
  'template',
];

/** Where a document belongs, in one quiet line. */
export function placeWords(
  t: Words,
  item: Pick<DocumentItem, 'kind' | 'place' | 'ownerName' | 'mine'>,
): string {
  switch (item.kind) {
    case 'personal':
      return item.mine || item.ownerName === null ? t.onlyYours : t.sharedBy(item.ownerName);
    case 'template':
      return item.place === null ? t.schoolTemplate : t.templateOf(item.place);
    case 'group':
    case 'session':
    case 'course':
      return item.place ?? '';
    default:
      return item.kind satisfies never;
  }
}

/** The same place, where one may make a document, as a choice in a list. */
export function creationWords(t: Words, place: Pick<CreationPlace, 'kind' | 'name'>): string {
  if (place.kind === 'personal') return t.onlyForYou;
  return place.name ?? t.schoolTemplate;
}
