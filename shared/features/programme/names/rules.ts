import type { SessionKind } from '#shared/features/programme/calendar/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { isolated, withoutIsolation } from '#shared/kernel/isolated.ts';

/** What somebody is called: the whole name and the first name, the school's or what they chose themselves. */
export type Named = {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly givenName: string;
};

/**
 * NAMES-1, NAMES-2: what people are shown as in a session of this kind: in a circle by the first name alone, else by the whole
 * name. In a circle two of the same first name get what tells them apart. The order in which they are given changes nothing.
 */
export function displayNames(
  people: readonly Named[],
  kind: SessionKind,
): ReadonlyMap<PersonId, string> {
  if (kind !== 'circle') return new Map(people.map((one) => [one.personId, one.displayName]));
  let level = new Map(people.map(({ personId }) => [personId, 0]));
  // First name, then with the first letter of the last, then the whole: only those who share a name go on to the next.
  for (let step = 1; step < FORMS.length; step += 1) {
    const shared = sharedBy(people, level);
    level = new Map([...level].map(([id, at]) => [id, shared.has(id) ? step : at]));
  }
  return numbered(people, level);
}

/** What one person is shown as, where nobody else of the same first name is. */
export function displayName(person: Named, kind: SessionKind): string {
  return displayNames([person], kind).get(person.personId) ?? person.displayName;
}

const FORMS: readonly ((of: Named) => string)[] = [
  (of) => firstName(of),
  (of) => [firstName(of), initialOf(of)].filter(Boolean).join(' '),
  (of) => withoutIsolation(of.displayName),
];

function firstName({ givenName, displayName }: Named): string {
  const given = withoutIsolation(givenName).trim();
  return given || (withoutIsolation(displayName).trim().split(/\s+/u)[0] ?? '');
}

/** «M.» of Anne Moen; nothing where the name has no more than the first. */
function initialOf(of: Named): string {
  const last = withoutIsolation(of.displayName).trim().split(/\s+/u).at(-1) ?? '';
  if (same(last) === same(firstName(of))) return '';
  const letter = last.match(/\p{L}\p{M}*/u)?.[0];
  return letter ? `${letter}.` : '';
}

function formOf(of: Named, level: ReadonlyMap<PersonId, number>): string {
  const form = FORMS[level.get(of.personId) ?? 0];
  return form ? form(of) : of.displayName;
}

/** Whoever is called as somebody else is, so far. Those who have been forgotten have no name to share. */
function sharedBy(
  people: readonly Named[],
  level: ReadonlyMap<PersonId, number>,
): ReadonlySet<PersonId> {
  const by = new Map<string, PersonId[]>();
  for (const one of people) {
    const name = same(formOf(one, level));
    if (name) by.set(name, [...(by.get(name) ?? []), one.personId]);
  }
  return new Set([...by.values()].filter((ids) => ids.length > 1).flat());
}

/** Whoever still shares a name is numbered, in the order in which the school came to know them: the same always. */
function numbered(
  people: readonly Named[],
  level: ReadonlyMap<PersonId, number>,
): ReadonlyMap<PersonId, string> {
  const inOrder = [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const alone = sharedBy(people, level);
  const taken = new Set(
    people.filter(({ personId }) => !alone.has(personId)).map((one) => same(formOf(one, level))),
  );
  const names = new Map<PersonId, string>();
  for (const one of inOrder) {
    const name = formOf(one, level);
    let shown = name;
    if (alone.has(one.personId)) {
      for (let nth = 2; taken.has(same(shown)); nth += 1) shown = `${name} (${nth})`;
      taken.add(same(shown));
    }
    names.set(one.personId, isolated(shown));
  }
  return names;
}

/** Names that are read as the same are the same. */
function same(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
