import type { Instant } from '#shared/kernel/duration.ts';
import type { CallId, PersonId } from '#shared/kernel/ids.ts';
import type { AnyChannel, Revision } from '#shared/wire/contract.ts';
import type { Database, Tx } from '../storage/database.ts';
import { inTransaction, type Statement } from '../storage/transaction.ts';
import type { Clock } from './clock.ts';
import type { Publish } from './handler.ts';
import { isConflict } from './storage-errors.ts';

/** One revision that has been committed, on its way to those who listen. */
export type Heard = {
  readonly channel: AnyChannel;
  readonly id: string;
  readonly revision: number;
  readonly facts: readonly unknown[];
};

export type Unit = { readonly tx: Tx; readonly publish: Publish; readonly now: Instant };

/** What a repeat of the call is told; the revisions are added to an accepted one's. */
export type CallAnswer = {
  readonly actor: PersonId;
  readonly callId: CallId;
  readonly reply: { readonly ok: boolean };
};

export type UnitOfWork = {
  /**
   * Runs the work in one transaction. What it publishes gets each channel's next revision in that same
   * transaction, is committed with it, and is heard only after the commit: nobody sees what may still vanish.
   * `answerTo` says what to keep as the answer to the call that asked for the work, if any: committed with it too.
   */
  transact<T>(
    work: (unit: Unit) => Promise<T>,
    answerTo?: (value: T) => CallAnswer | null,
  ): Promise<{ readonly value: T; readonly revisions: readonly Revision[] }>;
  /** The same for changes that the server makes by itself, such as a seat whose time is up. */
  run<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
};

/** How often a transaction is tried when PostgreSQL ends it for another's sake (deadlock, serialization). */
const TRIES = 4;

export function createUnitOfWork(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly hear: (heard: Heard) => void;
}): UnitOfWork {
  const attempt: UnitOfWork['transact'] = async (work, answerTo) => {
    const { value, heard } = await inTransaction(
      parts.database,
      'change',
      async (tx, commitWith) => {
        const now = parts.clock.now();
        const said = makeSaid();
        const value = await work({ tx, publish: said.publish, now });
        const answer = answerTo?.(value) ?? null;
        if (said.all.size === 0 && answer === null) return { value, heard: [] };

        const rows = await commitWith<RaisedHead>(closing([...said.all.values()], answer, now));
        return { value, heard: rows.map((row) => said.heardAs(row)) };
      },
    );
    for (const each of heard) parts.hear(each);
    const revisions = heard.map(({ channel, id, revision }) => ({
      channel: channel.name,
      id,
      revision,
    }));
    return { value, revisions };
  };

  const transact: UnitOfWork['transact'] = async (work, answerTo) => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(work, answerTo);
      } catch (error) {
        if (tries >= TRIES || !isConflict(error)) throw error;
      }
    }
  };

  return {
    transact,
    run: async (work) => (await transact(work)).value,
  };
}

type Said = { readonly channel: AnyChannel; readonly id: string; readonly facts: unknown[] };
type RaisedHead = { readonly channel: string; readonly id: string; readonly revision: string };

/** What one unit of work publishes, by channel. */
function makeSaid() {
  const all = new Map<string, Said>();
  const keyOf = (channel: string, id: string) => `${channel} ${id}`;
  const publish: Publish = (channel, id, facts) => {
    if (facts.length === 0) return;
    const key = keyOf(channel.name, id);
    const before = all.get(key);
    if (before) before.facts.push(...facts);
    else all.set(key, { channel, id, facts: [...facts] });
  };
  return {
    all,
    publish,
    heardAs(head: RaisedHead): Heard {
      const said = all.get(keyOf(head.channel, head.id));
      if (!said) throw new Error('a channel was raised that nobody published to');
      return { ...said, revision: Number(head.revision) };
    },
  };
}

/**
 * The last statement of a unit of work: raises the heads, keeps the facts under them, and the call's answer beside
 * them. The row lock of a head makes the order of revisions; heads are locked in one order for all, so that two
 * transactions with the same two channels cannot wait for each other.
 */
function closing(said: readonly Said[], answer: CallAnswer | null, now: Instant): Statement {
  const facts = said.map(({ channel, id, facts }) => ({ channel: channel.name, id, facts }));
  return {
    text: CLOSING,
    values: [
      JSON.stringify(facts),
      now / 1000,
      answer?.actor ?? null,
      answer?.callId ?? null,
      answer && JSON.stringify(answer.reply),
    ],
  };
}

const CLOSING = `
  with said as (
    select channel, id, facts
    from jsonb_to_recordset($1::jsonb) as said(channel text, id uuid, facts jsonb)
  ), head as (
    insert into channel_head (channel, id, revision)
    select channel, id, 1 from said order by channel, id
    on conflict (channel, id) do update set revision = channel_head.revision + 1
    returning channel, id, revision
  ), kept as (
    insert into fact (channel, id, revision, facts, at)
    select channel, id, head.revision, said.facts, to_timestamp($2::float8)
    from head join said using (channel, id)
  ), answered as (
    insert into call (actor, call_id, reply, at)
    select $3::uuid, $4::uuid, case when ($5::jsonb -> 'ok')::boolean
        then $5::jsonb || jsonb_build_object('revisions', coalesce((
          select jsonb_agg(jsonb_build_object('channel', channel, 'id', id, 'revision', revision)) from head
        ), '[]'))
        else $5::jsonb end, to_timestamp($2::float8)
    where $4::uuid is not null
  )
  select channel, id, revision from head`;
