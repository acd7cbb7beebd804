import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { ChainState } from '#shared/features/audit/model.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** One row as it is stored. */
export type Link = {
  readonly seq: number;
  readonly atMs: number;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly action: string;
  readonly object: string;
  readonly outcome: string;
  readonly hash: string;
};

/** Where a chain begins and ends, as it says of itself. */
export type Ends = {
  readonly firstSeq: number;
  readonly beforeFirst: string;
  readonly lastSeq: number;
  readonly lastHash: string;
};

const ROWS_AT_ONCE = 5_000;
const NOTHING_YET: Ends = { firstSeq: 1, beforeFirst: '', lastSeq: 0, lastHash: '' };

/** The hash of a row behind the one before: as `audit_hash` in 0073-audit.sql makes it. */
export function hashOfLink(before: string, link: Omit<Link, 'hash'>): string {
  const { seq, atMs, actorId, subjectId, action, object, outcome } = link;
  const fields = [before, seq, atMs, actorId ?? '', subjectId ?? '', action, object, outcome];
  return createHash('sha256').update(fields.join('|')).digest('hex');
}

/** Follows a chain row by row. */
export function makeWalk({ firstSeq, beforeFirst, lastSeq, lastHash }: Ends) {
  let before = beforeFirst;
  let due = firstSeq;
  let brokenAt: number | null = null;
  return {
    step(link: Link): void {
      if (brokenAt !== null) return;
      const holds = link.seq === due && link.hash === hashOfLink(before, link);
      if (!holds) brokenAt = due;
      before = link.hash;
      due += 1;
    },
    /** The first number that does not hold, also where the end is missing; null when all do. */
    end(): number | null {
      if (brokenAt !== null) return brokenAt;
      return due === lastSeq + 1 && before === lastHash ? null : due;
    },
  };
}

/** Looks through the whole log. */
export async function checkChain(tx: Tx): Promise<ChainState> {
  const ends = await endsOf(tx);
  const walk = makeWalk(ends);
  let lines = 0;
  let after = 0;
  for (;;) {
    const { rows } = await tx.execute<Link>(sql`
      select seq::float8 as seq, ${msOf(sql`at`)} as "atMs", actor_id as "actorId", subject_id as "subjectId",
        action, object, outcome, hash
      from audit_entry where seq > ${after} order by seq limit ${ROWS_AT_ONCE}`);
    for (const row of rows) walk.step(row);
    lines += rows.length;
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  return { lines, brokenAt: walk.end(), lastHash: ends.lastHash };
}

async function endsOf(tx: Tx): Promise<Ends> {
  const { rows } = await tx.execute<Ends>(sql`
    select first_seq::float8 as "firstSeq", before_first as "beforeFirst",
      last_seq::float8 as "lastSeq", last_hash as "lastHash" from audit_chain`);
  return rows[0] ?? NOTHING_YET;
}
