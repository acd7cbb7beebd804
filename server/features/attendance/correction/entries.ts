import { type SQL, sql } from 'drizzle-orm';
import type { CorrectedTo, Correction } from '#shared/features/attendance/correction/model.ts';
import type { Entry } from '#shared/features/attendance/correction/rules.ts';
import type { Figure } from '#shared/features/attendance/presence/model.ts';
import { NOTHING_SAID } from '#shared/features/attendance/presence/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { GatheringId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** Which occasion: a session, or a day of a gathering. */
export type OccasionKey =
  | { readonly sessionId: SessionId }
  | { readonly gatheringId: GatheringId; readonly day: string };

/** Everything that has been said of one person at one occasion. */
export type Told = Entry & {
  readonly corrections: readonly Correction[];
  /** When something was last said; 0 where nothing has been. */
  readonly saidAt: Instant;
};
const NOTHING_TOLD: Told = { ...NOTHING_SAID, version: 0, corrections: [], saidAt: 0 };

export type ToldOf = (key: OccasionKey, personId: PersonId) => Told;

function nameOf(key: OccasionKey, personId: PersonId): string {
  const where = 'sessionId' in key ? key.sessionId : `${key.gatheringId} ${key.day}`;
  return `${where} ${personId}`;
}

/** A condition: at one of these occasions. */
function atAny(keys: readonly OccasionKey[]): SQL {
  const sessionIds = keys.flatMap((key) => ('sessionId' in key ? [key.sessionId] : []));
  const days = keys.flatMap((key) => ('day' in key ? [key] : []));
  return sql`(session_id = any(${sql.param(sessionIds)}::uuid[]) or (gathering_id, day) in (
    select * from unnest(${sql.param(days.map(({ gatheringId }) => gatheringId))}::uuid[],
      ${sql.param(days.map(({ day }) => day))}::date[])))`;
}

const valuesOf = (key: OccasionKey): SQL =>
  'sessionId' in key
    ? sql`${key.sessionId}::uuid, null::uuid, null::date`
    : sql`null::uuid, ${key.gatheringId}::uuid, ${key.day}::date`;

/** Whoever changes what is said of this person there waits here for whoever does so already. */
export async function lockEntry(tx: Tx, key: OccasionKey, personId: PersonId): Promise<void> {
  const name = `attendance ${nameOf(key, personId)}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Keeps what a tick says. */
export async function saveTick(
  tx: Tx,
  key: OccasionKey,
  {
    personId,
    present,
    by,
    at,
  }: {
    readonly personId: PersonId;
    readonly present: boolean | null;
    readonly by: PersonId;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.execute(sql`
    insert into attendance_entry
      (session_id, gathering_id, day, person_id, present, ticked_by, ticked_at)
    values (${valuesOf(key)}, ${personId}, ${present}, ${by}, ${momentOf(at)})
    on conflict (session_id, gathering_id, day, person_id) do update
      set present = excluded.present, ticked_by = excluded.ticked_by,
        ticked_at = excluded.ticked_at`);
}

/** Keeps a correction, and what it has put the figure right to. */
export async function saveCorrection(
  tx: Tx,
  key: OccasionKey,
  correction: {
    readonly personId: PersonId;
    readonly corrected: CorrectedTo | null;
    readonly version: number;
    readonly before: Figure;
    readonly after: Figure;
    readonly reason: string;
    readonly by: PersonId;
    readonly at: Instant;
  },
): Promise<void> {
  const { personId, corrected, version, before, after, reason, by, at } = correction;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await tx.execute(sql`
    insert into attendance_correction
      (session_id, gathering_id, day, person_id, nth, by_id, at, before, after, reason)
    values (${valuesOf(key)}, ${personId}, ${version}, ${by}, ${momentOf(at)}, ${json(before)},
      ${json(after)}, ${reason})`);
  const to = corrected === null ? sql`null` : json(corrected);
  await tx.execute(sql`
    insert into attendance_entry
      (session_id, gathering_id, day, person_id, corrected, version)
    values (${valuesOf(key)}, ${personId}, ${to}, ${version})
    on conflict (session_id, gathering_id, day, person_id) do update
      set corrected = excluded.corrected, version = excluded.version`);
}

type Row = {
  readonly sessionId: SessionId | null;
  readonly gatheringId: GatheringId | null;
  readonly day: string | null;
  readonly personId: PersonId;
};

const WHERE = sql`session_id as "sessionId", gathering_id as "gatheringId",
  to_char(day, 'YYYY-MM-DD') as day, person_id as "personId"`;

function keyOf({ sessionId, gatheringId, day }: Row): OccasionKey {
  if (sessionId) return { sessionId };
  if (!gatheringId || !day) throw new Error('an entry of no occasion');
  return { gatheringId, day };
}

/** What has been said at these occasions: of everybody, or of one person alone. */
export async function toldAt(
  tx: Tx,
  keys: readonly OccasionKey[],
  personId: PersonId | null,
): Promise<ToldOf> {
  const told = new Map<string, Told>();
  if (keys.length === 0) return () => NOTHING_TOLD;
  const which = sql`${atAny(keys)} and (${personId}::uuid is null or person_id = ${personId}::uuid)`;
  const entries = await tx.execute<Row & Entry & { readonly tickedAt: Instant | null }>(sql`
    select ${WHERE}, present, corrected, version, ${msOf(sql`ticked_at`)} as "tickedAt"
    from attendance_entry where ${which}`);
  for (const row of entries.rows) {
    const { present, corrected, version } = row;
    const saidAt = row.tickedAt ?? 0;
    told.set(nameOf(keyOf(row), row.personId), {
      ...{ present, corrected, version, corrections: [], saidAt },
    });
  }
  const corrections = await tx.execute<Row & Correction>(sql`
    select ${WHERE}, before, after, reason, ${msOf(sql`at`)} as at,
      (select nullif(display_name, '') from person where id = by_id) as "byName"
    from attendance_correction where ${which} order by nth`);
  for (const row of corrections.rows) {
    const { at, byName, before, after, reason } = row;
    const name = nameOf(keyOf(row), row.personId);
    const known = told.get(name) ?? NOTHING_TOLD;
    const all = [...known.corrections, { at, byName, before, after, reason }];
    told.set(name, { ...known, corrections: all, saidAt: Math.max(known.saidAt, at) });
  }
  return (key, of) => told.get(nameOf(key, of)) ?? NOTHING_TOLD;
}
