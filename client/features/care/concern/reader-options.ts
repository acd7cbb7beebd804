import type { PossibleReader } from '#shared/features/care/concern/model.ts';

type RoleWords = Readonly<Record<PossibleReader['roles'][number], string>>;

/** Whom one chooses among, no two called the same: by name and role, by what they teach where that is not enough, and by number. */
export function readerOptions(readers: readonly PossibleReader[], roles: RoleWords) {
  const taken = new Map<string, number>();
  const withRoles = (one: PossibleReader) =>
    [one.displayName, ...one.roles.map((role) => roles[role])].join(', ');
  return readers.map((one) => {
    const alike = readers.filter((other) => withRoles(other) === withRoles(one)).length > 1;
    const label = [withRoles(one), ...(alike ? one.courses : [])].join(', ');
    const nth = (taken.get(label) ?? 0) + 1;
    taken.set(label, nth);
    return { value: one.personId, label: nth === 1 ? label : `${label} (${nth})` };
  });
}
