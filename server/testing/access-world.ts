import { sql } from 'drizzle-orm';
import type { AgendaItemId, GroupId, MessageId, SessionId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import type { Database } from '../storage/database.ts';
import { CASES, type Case, ROLE_OF } from './access-cases.ts';
import { createSchool, type School } from './school.ts';
import type { Somebody, World } from './world.ts';

/** A session, with ids of what lies in it. */
export type Target = {
  readonly sessionId: SessionId;
  readonly item: AgendaItemId;
  /** Of somebody else. */
  readonly message: MessageId;
};

/** Somebody in a situation, and what they ask for. */
export type Asking = {
  readonly case: Case;
  readonly caller: Somebody | null;
  readonly target: Target;
  /** Their own words there, from when they were allowed in. */
  readonly ownMessage: MessageId;
};

export type AccessWorld = {
  readonly asking: readonly Asking[];
  /** A cohort's session, one of each of its two groups, one of another cohort, and two that are deleted. */
  readonly targets: Readonly<Record<'cohort' | 'own' | 'otherGroup' | 'otherCohort', Target>>;
  readonly deleted: readonly Target[];
  readonly school: School;
};

/**
 * Everybody of the matrix in one school: each role in each situation, on a seat that they took while they
 * could. What they may now is another matter: a seat gives no right.
 */
export async function populate({ test, clock, person }: World): Promise<AccessWorld> {
  const now = clock.now();
  const school = await createSchool(test.database, now);
  const cohort = await school.cohort();
  const elsewhere = await school.cohort();
  const [red, blue] = [await school.group(cohort), await school.group(cohort)];
  const host = await person({ role: 'teacher', name: 'Vert Vertsen' });
  const target = async (cohortId: typeof cohort, groupId: GroupId | null = null) => {
    const sessionId = await school.session({ cohortId, groupId });
    const [item] = await school.agenda(sessionId, ['Innsjekk', 'Samtale']);
    await school.seat(host, sessionId);
    const message = await school.message(host, sessionId);
    return { sessionId, item: item as AgendaItemId, message };
  };
  const targets = {
    cohort: await target(cohort),
    own: await target(cohort, red),
    otherGroup: await target(cohort, blue),
    otherCohort: await target(elsewhere),
  };
  const deletedCohort = await target(cohort);
  const deletedGroup = await target(cohort, red);

  function targetOf({ column, situation }: Case): Target {
    const whole = column === 'ST';
    if (situation === 'other group') return targets.otherGroup;
    if (situation === 'other cohort') return targets.otherCohort;
    if (situation === 'deleted object') return whole ? deletedCohort : deletedGroup;
    return whole ? targets.cohort : targets.own;
  }

  async function relate(somebody: Somebody, { column, situation }: Case): Promise<void> {
    const until = situation === 'relation ended' ? now : null;
    const home = situation === 'deleted object' ? deletedGroup : targets.own;
    if (column === 'TE') {
      // An assignment has no end date: it is there or it is not.
      if (until === null) await school.assign(somebody, home.sessionId);
    } else if (column === 'ST') await school.enrol(somebody, cohort, until);
    else if (column === 'GM') {
      await school.enrol(somebody, cohort);
      await school.addToGroup(somebody, red, until);
    } else await school.invite(somebody, home.sessionId, until ?? undefined);
    if (situation === 'removed') await school.removeRelations(somebody);
    if (situation === 'removed' && column === 'GM') await school.enrol(somebody, cohort);
    if (situation === 'role ended') await school.endRole(somebody, now);
    if (situation === 'suspended') await school.suspend(somebody);
  }

  const asking: Asking[] = [];
  for (const each of CASES) {
    const target = targetOf(each);
    if (each.column === 'AN') {
      asking.push({ case: each, caller: null, target, ownMessage: target.message });
      continue;
    }
    const role = ROLE_OF[each.column] as Role;
    const caller = await person({ role, name: `${each.column} ${each.situation}` });
    await relate(caller, each);
    await school.seat(caller, target.sessionId);
    const ownMessage = await school.message(caller, target.sessionId);
    asking.push({ case: each, caller, target, ownMessage });
  }
  await school.deleteSession(deletedCohort.sessionId);
  await school.deleteSession(deletedGroup.sessionId);
  return { asking, targets, deleted: [deletedCohort, deletedGroup], school };
}

/** All that a call of a session could change, as text; of these sessions, or of every one. */
export async function contentOf(
  database: Database,
  sessions: readonly SessionId[] | null = null,
): Promise<string> {
  const all = [];
  for (const [table, column] of [
    ['session', 'id'],
    ['session_live', 'session_id'],
    ['seat', 'session_id'],
    ['agenda_item', 'session_id'],
    ['chat_message', 'session_id'],
    ['session_removal', 'session_id'],
    ['session_log', 'session_id'],
    ['seminar_room', 'session_id'],
    ['channel_head', 'id'],
    ['fact', 'id'],
  ] as const) {
    const { rows } = await database.execute<{ row: string }>(sql`
      select t::text as row from ${sql.identifier(table)} t
      where ${sessions === null} or ${sql.identifier(column)} = any(${sql.param(sessions ?? [])}::uuid[])
      order by 1`);
    all.push(table, ...rows.map((each) => each.row));
  }
  return all.join('\n');
}
