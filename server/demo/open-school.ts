import type { PersonId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { anchorSchool, foundSchool, lockSchool } from '../features/programme/public.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { StartRefused } from '../platform/start-refused.ts';
import type { Database, Tx } from '../storage/database.ts';
import { DOORS, PEOPLE } from './people.ts';
import { placeAssignments } from './place-assignments.ts';
import { placeCare } from './place-care.ts';
import { placeDocuments } from './place-documents.ts';
import { placeAgendaTemplates, placeSessions } from './place-sessions.ts';
import { dayOf } from './placement.ts';
import { SCHOOL_NAME } from './programme.ts';
import { loadRows, type Rows } from './rows.ts';
import { displayNameOf, renewRoles, seedPeople } from './seed-people.ts';
import { moveProgramme, seedProgramme } from './seed-programme.ts';

/** A way into the demonstration, drawn on the sign-in page. */
type Door = {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly personId: PersonId;
};

export type School = { readonly kind: 'demo' | 'real'; readonly doors: readonly Door[] };

type Parts = {
  readonly database: Database;
  readonly config: { readonly demo: boolean };
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Opens the school that the database is. An empty one becomes what the settings ask for, and stays that for
 * life; the demonstration's dates are moved to today. Everything in one transaction: whole or not at all.
 * @throws {StartRefused} when the settings ask for the other kind
 */
export async function openSchool({ database, config, clock, log }: Parts): Promise<School> {
  const began = performance.now();
  const wanted = config.demo ? 'demo' : 'real';
  const school = await database.transaction(async (tx) => {
    const found = await lockSchool(tx);
    if (found !== null && found !== wanted) throw new StartRefused(MISMATCH[found]);
    if (wanted === 'demo') return openDemo(tx, { isNew: found === null, now: clock.now() });
    if (found === null) await foundSchool(tx, { name: REAL_NAME, kind: 'real' });
    return { kind: 'real', doors: [] } as const;
  });
  log.info({ kind: school.kind, tookMs: Math.round(performance.now() - began) }, 'school open');
  return school;
}

/** Until an administrator gives the school its own. */
const REAL_NAME = 'Mellom';

const MISMATCH = {
  demo: 'This data folder holds the demonstration school and can never be a real one: set DEMO=on, or name another folder with DATA_DIR.',
  real: 'This data folder holds a real school and can never be the demonstration: set DEMO=off, or name another folder with DATA_DIR.',
} as const;

async function openDemo(
  tx: Tx,
  { isNew, now }: { readonly isNew: boolean; readonly now: number },
): Promise<School> {
  const today = dayOf(now);
  const rows = await loadRows(tx);
  if (isNew) {
    await foundSchool(tx, { name: SCHOOL_NAME, kind: 'demo', anchor: today.toString() });
    await seedPeople(tx, rows);
    await seedProgramme(tx, rows, today);
  } else {
    await anchorSchool(tx, today.toString());
    await moveProgramme(tx, rows, today);
  }
  await renewRoles(tx, rows, now);
  await placeSessions(tx, rows, today, now);
  await placeAgendaTemplates(tx, rows);
  await placeDocuments(tx, rows, now);
  await placeAssignments(tx, rows, today, now);
  await placeCare(tx, rows, now);
  return { kind: 'demo', doors: doorsOf(rows) };
}

function doorsOf(rows: Rows): Door[] {
  return DOORS.flatMap(({ id, person: key }) => {
    const person = PEOPLE[key];
    const personId = rows.find('person', key);
    return personId ? [{ id, role: person.role, name: displayNameOf(person), personId }] : [];
  });
}
