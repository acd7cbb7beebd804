import type { AuditLine } from '#shared/features/audit/model.ts';
import type { Table } from '../../../platform/table-file.ts';
import type { words } from './words.ts';

type Words = (typeof words)['nb'];

/** What happened, and with what: "Logget inn: kode på e-post". What a newer server writes is shown as it is. */
export function whatHappened(line: Pick<AuditLine, 'action' | 'object'>, t: Words): string {
  const action: string = (t.actions as Record<string, string>)[line.action] ?? line.action;
  const object = withWhat(line.object, t);
  return object === '' ? action : `${action}: ${object}`;
}

/** An id says nothing to a reader: it stands in the file alone. */
function withWhat(object: string, t: Words): string {
  return /[0-9a-f-]{36}/.test(object) ? '' : inWords(object, t);
}

/** Several of our words stand with colons between them: the roles that somebody is invited to. */
const inWords = (object: string, t: Words): string =>
  object
    .split(':')
    .map((word) => t.objects[word] ?? word)
    .join(', ');

/** Who did it: by name, or why there is none. */
export function whoDidIt({ by, outcome }: Pick<AuditLine, 'by' | 'outcome'>, t: Words): string {
  if (by) return by.name ?? t.erased;
  return outcome === 'refused' ? t.somebody : t.school;
}

/** Whose it was, where that is somebody else than who did it. */
export function whoseItWas({ by, of }: Pick<AuditLine, 'by' | 'of'>, t: Words): string | undefined {
  if (!of || of.personId === by?.personId) return undefined;
  return of.name ?? t.erased;
}

/** The log as a table for a file: ids beside names, and each line's mark, so that it can be held against the log later. */
export function logTable(lines: readonly AuditLine[], t: Words): Table {
  const person = (who: AuditLine['by']) => (who ? `${who.name ?? t.erased} (${who.personId})` : '');
  return [
    t.columns,
    ...lines.map((line) => [
      line.seq,
      new Date(line.at).toISOString(),
      line.by ? person(line.by) : whoDidIt(line, t),
      person(line.of),
      (t.actions as Record<string, string>)[line.action] ?? line.action,
      inWords(line.object, t),
      t[line.outcome],
      line.hash,
    ]),
  ];
}
