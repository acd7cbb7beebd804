import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CallId, PersonId } from '#shared/kernel/ids.ts';
import type { AnyChannel, Revision } from '#shared/wire/contract.ts';
import type { Database, Tx } from '../storage/database.ts';
import { type CommitWith, inTransaction, type Statement } from '../storage/transaction.ts';
import type { Clock } from './clock.ts';
import type { Publish } from './handler.ts';
import { isConflict, isStorageOutage } from './storage-errors.ts';

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

/** What changes together, on whose behalf, and what a repeat of the asking call is told. */
// biome-ignore lint/suspicious/noExplicitAny: what a work has seen is its own matter
export type Work<T, Seen = any> = {
  /**
   * What it reads before its turn. It locks nothing: works that share a transaction look at the same moment, as they would
   * in transactions of their own before the first lock makes them wait.
   */
  readonly look?: (at: Pick<Unit, 'tx' | 'now'>) => Promise<Seen>;
  /** What it publishes gets each channel's next revision in the same transaction. */
  readonly run: (unit: Unit, seen: Seen) => Promise<T>;
  /** What to keep as the answer to the call that asked for the work, if any: committed with it. */
  readonly answerTo?: (value: T) => CallAnswer | null;
};

export type Done<T> = { readonly value: T; readonly revisions: readonly Revision[] };

export type UnitOfWork = {
  /**
   * Runs the work in one transaction. What it publishes is committed with it, and is heard only after the commit:
   * nobody sees what may still vanish.
   */
  transact<T>(work: Work<T>): Promise<Done<T>>;
  /**
   * Runs several works one after the other in one transaction, with one revision for what they say on the same channel.
   * One that fails is undone alone. @throws when none of them can be kept: then each may be tried by itself.
   */
  transactAll<T>(works: readonly Work<T>[]): Promise<PromiseSettledResult<Done<T>>[]>;
  /** For changes that the server makes by itself, such as a seat whose time is up. */
  run<T>(run: Work<T>['run']): Promise<T>;
};

/** How often a transaction is tried when PostgreSQL ends it for another's sake (deadlock, serialization). */
const TRIES = 4;

export function createUnitOfWork(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly hear: (heard: Heard) => void;
}): UnitOfWork {
  const look = <T>(tx: Tx, work: Work<T>): unknown => work.look?.({ tx, now: parts.clock.now() });

  /** One work inside the transaction: its value, what it said, and the answer to keep. */
  async function perform<T>(tx: Tx, work: Work<T>, seen: unknown): Promise<Performed<T>> {
    const said = makeSaid();
    const value = await work.run({ tx, publish: said.publish, now: parts.clock.now() }, seen);
    return { value, said: said.all, answer: work.answerTo?.(value) ?? null };
  }

  /** Keeps what was done, and gives each work the revisions of what it said itself. */
  async function close<T>(
    performed: readonly Performed<T>[],
    commitWith: CommitWith,
  ): Promise<{ readonly heard: readonly Heard[]; readonly done: readonly Done<T>[] }> {
    const together = gather(performed);
    const answers = performed.flatMap(({ answer, said }) => (answer ? [{ answer, said }] : []));
    const rows =
      together.size === 0 && answers.length === 0
        ? []
        : await commitWith<RaisedHead>(closing(together, answers, parts.clock.now()));
    const revisions = new Map(
      rows.map(({ channel, id, revision }) => [
        keyOf(channel, id),
        { channel, id, revision: Number(revision) },
      ]),
    );
    return {
      heard: rows.map((row) => heardAs(together, row)),
      done: performed.map(({ value, said }) => ({
        value,
        revisions: named(said).flatMap(([key]) => revisions.get(key) ?? []),
      })),
    };
  }

  const attempt = async <T>(work: Work<T>): Promise<Done<T>> => {
    const { heard, done } = await inTransaction(parts.database, 'change', async (tx, commitWith) =>
      close([await perform(tx, work, await look(tx, work))], commitWith),
    );
    for (const each of heard) parts.hear(each);
    return done[0] as Done<T>;
  };

  const transact: UnitOfWork['transact'] = async (work) => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(work);
      } catch (error) {
        if (tries >= TRIES || !isConflict(error)) throw error;
      }
    }
  };

  const transactAll: UnitOfWork['transactAll'] = async <T>(works: readonly Work<T>[]) => {
    const faults = new Map<number, unknown>();
    const { heard, done } = await inTransaction(
      parts.database,
      'change',
      async (tx, commitWith) => {
        const performed: Performed<T>[] = [];
        const seen = await Promise.all(works.map((work) => look(tx, work)));
        for (const [nth, work] of works.entries()) {
          // Not waited for: it travels with the work's first statement.
          tx.execute(sql`savepoint work`).catch(() => undefined);
          try {
            performed.push(await perform(tx, work, seen[nth]));
          } catch (error) {
            if (isConflict(error) || isStorageOutage(error)) throw error;
            await tx.execute(sql`rollback to savepoint work`);
            faults.set(nth, error);
          }
        }
        return close(performed, commitWith);
      },
    );
    for (const each of heard) parts.hear(each);
    const kept = done.values();
    return works.map((_, nth) =>
      faults.has(nth)
        ? { status: 'rejected', reason: faults.get(nth) }
        : { status: 'fulfilled', value: kept.next().value as Done<T> },
    );
  };

  return {
    transact,
    transactAll,
    run: async (run) => (await transact({ run })).value,
  };
}

type Said = { readonly channel: AnyChannel; readonly id: string; readonly facts: unknown[] };
type SaidByChannel = ReadonlyMap<string, Said>;
type RaisedHead = { readonly channel: string; readonly id: string; readonly revision: string };
type Performed<T> = {
  readonly value: T;
  readonly said: SaidByChannel;
  readonly answer: CallAnswer | null;
};

const keyOf = (channel: string, id: string): string => `${channel} ${id}`;

/** What one work publishes, by channel. */
function makeSaid() {
  const all = new Map<string, Said>();
  const publish: Publish = (channel, id, facts) => {
    if (facts.length === 0) return;
    const key = keyOf(channel.name, id);
    const before = all.get(key);
    if (before) before.facts.push(...facts);
    else all.set(key, { channel, id, facts: [...facts] });
  };
  return { all, publish };
}

/** What all of them said, in the order in which they said it. */
function gather(performed: readonly { readonly said: SaidByChannel }[]): SaidByChannel {
  const together = makeSaid();
  for (const { said } of performed)
    for (const { channel, id, facts } of said.values())
      together.publish(channel, id, facts as never[]);
  return together.all;
}

/** Whether a revision of it may stay in the database. */
const isKept = ({ channel, facts }: Said): boolean => !facts.some((fact) => channel.unkept?.(fact));

/** What a reply says where to see. */
function named(said: SaidByChannel): [string, Said][] {
  return [...said].filter(([, { channel }]) => !channel.quiet);
}

function heardAs(said: SaidByChannel, head: RaisedHead): Heard {
  const own = said.get(keyOf(head.channel, head.id));
  if (!own) throw new Error('a channel was raised that nobody published to');
  return { ...own, revision: Number(head.revision) };
}

/**
 * The last statement of a transaction: raises the heads, keeps the facts under them, and the calls' answers beside
 * them. The row lock of a head makes the order of revisions; heads are locked in one order for all, so that two
 * transactions with the same two channels cannot wait for each other. Of what is told and not kept neither a row of facts nor
 * an answer names the revision: a hole with an answer beside it would tell whose it was.
 */
function closing(
  said: SaidByChannel,
  answers: readonly { readonly answer: CallAnswer; readonly said: SaidByChannel }[],
  now: Instant,
): Statement {
  const facts = [...said.values()].map((each) => ({
    channel: each.channel.name,
    id: each.id,
    facts: isKept(each) ? each.facts : null,
  }));
  const kept = answers.map(({ answer: { actor, callId, reply }, said: own }) => ({
    actor,
    call_id: callId,
    reply,
    said: named(own)
      .filter(([key]) => isKept(said.get(key) as Said))
      .map(([, { channel, id }]) => ({ channel: channel.name, id })),
  }));
  return { text: CLOSING, values: [JSON.stringify(facts), now / 1000, JSON.stringify(kept)] };
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
    from head join said using (channel, id) where said.facts is not null
  ), answered as (
    insert into call (actor, call_id, reply, at)
    select actor, call_id, case when (reply -> 'ok')::boolean
        then reply || jsonb_build_object('revisions', coalesce((
          select jsonb_agg(jsonb_build_object('channel', channel, 'id', id, 'revision', revision) order by nth)
          from head
          join rows from (jsonb_to_recordset(answer.said) as (channel text, id uuid))
            with ordinality as own(channel, id, nth) using (channel, id)
        ), '[]'))
        else reply end, to_timestamp($2::float8)
    from jsonb_to_recordset($3::jsonb) as answer(actor uuid, call_id uuid, reply jsonb, said jsonb)
  )
  select channel, id, revision from head`;
