import { NOTICE_KINDS, type NoticeKind } from './model.ts';

/** What the link of a letter turns off, as it stands in the link before what proves it. */
export function offOpens(personId: string, kinds: readonly NoticeKind[]): string {
  return `${personId}.${kinds.join('_')}`;
}

/** The same read again; null for what is none. What proves it is the last of its three parts. */
export function readOffLink(token: string) {
  const [personId, kinds, proof, ...more] = token.split('.');
  if (!personId || !kinds || !proof || more.length > 0) return null;
  const named = NOTICE_KINDS.filter((kind) => kinds.split('_').includes(kind));
  return named.length === kinds.split('_').length ? { personId, kinds: named, proof } : null;
}
