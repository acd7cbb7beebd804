import { sql } from 'drizzle-orm';
import type { ChannelHandler } from '../platform/handler.ts';
import type { Heard } from '../platform/unit-of-work.ts';
import type { Tx } from '../storage/database.ts';
import type { Admitted } from './channel-gate.ts';
import { CATCH_UP_REVISIONS, isShort } from './revision-line.ts';

/** What was read for one listener: the state, or what came after the revision that the listener has. */
export type Reading = {
  readonly revision: number;
  readonly missed: readonly Heard[];
  /** Null when `missed` is enough. */
  readonly snapshot: unknown;
};

/** Reads in the gate's own transaction. */
export async function read(
  tx: Tx,
  handler: ChannelHandler,
  channelId: string,
  after: number | null,
  admitted: Pick<Admitted, 'object' | 'audience'>,
): Promise<Reading> {
  const { rows } = await tx.execute<{ revision: string }>(sql`
    select revision from channel_head where channel = ${handler.contract.name} and id = ${channelId}`);
  const revision = Number(rows[0]?.revision ?? 0);
  if (after !== null && after <= revision && revision - after <= CATCH_UP_REVISIONS) {
    const missed = await missedSince(tx, handler, channelId, after);
    // Facts are swept with the channel's life: with a hole in them only a snapshot is true.
    if (missed.length === revision - after && isShort(missed))
      return { revision, missed, snapshot: null };
  }
  const snapshot = await handler.snapshot(tx, admitted.object, admitted.audience);
  return { revision, missed: [], snapshot };
}

async function missedSince(
  tx: Tx,
  { contract }: ChannelHandler,
  channelId: string,
  after: number,
): Promise<Heard[]> {
  const { rows } = await tx.execute<{ revision: string; facts: unknown[] }>(sql`
    select revision, facts from fact
    where channel = ${contract.name} and id = ${channelId} and revision > ${after}
    order by revision`);
  return rows.map(({ revision, facts }) => ({
    channel: contract,
    id: channelId,
    revision: Number(revision),
    facts,
  }));
}
