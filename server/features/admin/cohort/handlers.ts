import { sql } from 'drizzle-orm';
import * as commands from '#shared/features/admin/cohort/commands.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { cohortsNamed, createCohort as keepCohort, onlyProgramme } from '../../programme/public.ts';

export const createCohort = handle(
  commands.createCohort,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input: { name, mode, startsOn }, tx }) => {
    if (instantInOslo(startsOn, '12:00') === null) return refuse('no-such-day');
    // One at a time: of two of the same name, the second is told so.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('cohort', 62))`);
    const programmeId = await onlyProgramme(tx);
    if (programmeId === null) return refuse('no-programme');
    const isTaken = (other: string) => other.toLowerCase() === name.toLowerCase();
    if ((await cohortsNamed(tx)).some((one) => isTaken(one.name))) return refuse('name-taken');
    return answer({ cohortId: await keepCohort(tx, { programmeId, name, mode, startsOn }) });
  },
);
