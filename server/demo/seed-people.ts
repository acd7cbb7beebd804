import { sql } from 'drizzle-orm';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import { idWithFigure } from '#shared/kernel/figure.ts';
import { addDoor, createPerson } from '../features/identity/public.ts';
import type { Tx } from '../storage/database.ts';
import { momentOf } from '../storage/moment.ts';
import { DOORS, emailOf, PEOPLE, type PersonContent } from './people.ts';
import type { Rows } from './rows.ts';

const WEEK_MS = 7 * DAY_MS;

/** Everybody who is in the demonstration, in the order of the content. */
export const EVERYBODY: readonly (readonly [string, PersonContent])[] = Object.entries(PEOPLE);

/** «Ingrid Solbakken». */
export function displayNameOf({ given, family }: PersonContent): string {
  return `${given} ${family}`;
}

/** Makes the people and hangs the doors that lead to three of them. */
export async function seedPeople(tx: Tx, rows: Rows): Promise<void> {
  for (const [nth, [key, person]] of EVERYBODY.entries()) {
    const personId = await createPerson(tx, {
      // The same in every school to try, so that a reset changes nobody's face.
      id: idWithFigure(nth + 1, person.figure),
      email: emailOf(person),
      // Nobody else can have it: a code mailed to it later ends no sign-in that a door has given.
      emailVerified: true,
      displayName: displayNameOf(person),
      givenName: person.given,
      pronouns: person.pronouns ?? '',
      place: person.place ?? 'home',
      language: person.language ?? 'nb',
      roles: [{ role: person.role }],
    });
    await rows.remember('person', key, personId);
  }
  for (const { id, person } of DOORS) {
    await addDoor(tx, { id, personId: rows.get('person', person), role: PEOPLE[person].role });
  }
}

/** The roles of those from outside end so many weeks from now, whenever the demonstration is started. */
export async function renewRoles(tx: Tx, rows: Rows, now: Instant): Promise<void> {
  for (const [key, person] of EVERYBODY) {
    const personId = rows.find('person', key);
    if (personId === null || person.roleWeeks === undefined) continue;
    const until = momentOf(now + person.roleWeeks * WEEK_MS);
    await tx.execute(sql`
      update role_held set until = ${until} where person_id = ${personId}::uuid and role = ${person.role}`);
  }
}
