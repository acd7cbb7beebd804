import { type SQL, sql } from 'drizzle-orm';
import {
  type Choice,
  NOTICE_KINDS,
  type NoticeKind,
  QUIET_AT_FIRST,
  type QuietHours,
  WAYS,
  wantedAtFirst,
} from '#shared/features/notification/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';

/** Every kind in every way, as it was chosen or as it is at first. */
export async function choicesOf(tx: Tx, personId: PersonId): Promise<Choice[]> {
  const { rows: chosen } = await tx.execute<Choice>(sql`
    select kind, way, wanted from notice_choice where person_id = ${personId}::uuid`);
  return NOTICE_KINDS.flatMap((kind) =>
    WAYS.map((way) => {
      const own = chosen.find((one) => one.kind === kind && one.way === way);
      return { kind, way, wanted: own?.wanted ?? wantedAtFirst[way].includes(kind) };
    }),
  );
}

/** Keeps a choice. An id that is nobody's keeps nothing. */
export async function keepChoices(
  tx: Tx,
  personId: PersonId,
  kinds: readonly NoticeKind[],
  { way, wanted }: Omit<Choice, 'kind'>,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into notice_choice (person_id, kind, way, wanted)
    select p.id, k.kind, ${way}, ${wanted}
    from person p, unnest(${sql.param(kinds)}::text[]) as k (kind)
    where p.id = ${personId}::uuid and p.status = 'active'
    on conflict (person_id, kind, way) do update set wanted = excluded.wanted`);
  return (rowCount ?? 0) > 0;
}

export type Setting = { readonly quiet: QuietHours | null; readonly triedAt: Instant | null };

export async function settingOf(tx: Tx, personId: PersonId): Promise<Setting> {
  const { rows } = await tx.execute<{
    from: string | null;
    until: string | null;
    triedAt: Instant | null;
  }>(sql`
    select quiet_from as "from", quiet_until as until, ${msOf(sql`tried_at`)} as "triedAt"
    from notice_setting where person_id = ${personId}::uuid`);
  const [own] = rows;
  if (!own) return { quiet: QUIET_AT_FIRST, triedAt: null };
  const { from, until, triedAt } = own;
  return { quiet: from === null || until === null ? null : { from, until }, triedAt };
}

export function keepQuietHours(
  tx: Tx,
  personId: PersonId,
  quiet: QuietHours | null,
): Promise<void> {
  return keepSetting(tx, personId, quiet, null);
}

/** @param quiet as they are: a row holds both */
export function keepTried(
  tx: Tx,
  personId: PersonId,
  quiet: QuietHours | null,
  at: Instant,
): Promise<void> {
  return keepSetting(tx, personId, quiet, momentOf(at));
}

async function keepSetting(
  tx: Tx,
  personId: PersonId,
  quiet: QuietHours | null,
  triedAt: SQL | null,
): Promise<void> {
  await tx.execute(sql`
    insert into notice_setting (person_id, quiet_from, quiet_until, tried_at)
    values (${personId}, ${quiet?.from ?? null}, ${quiet?.until ?? null}, ${triedAt}::timestamptz)
    on conflict (person_id) do update set quiet_from = excluded.quiet_from,
      quiet_until = excluded.quiet_until,
      tried_at = coalesce(excluded.tried_at, notice_setting.tried_at)`);
}
