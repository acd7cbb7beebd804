import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Database, Tx } from './database.ts';

type ColumnType = 'uuid' | 'text' | 'timestamptz';
type Columns = { readonly [name: string]: ColumnType };
type Waiting<Ask, Row> = {
  readonly ask: Ask;
  readonly settle: PromiseWithResolvers<Row | null>;
};

/**
 * A question that has one row for an answer, or none: `one` is its statement, with each value as `asked.name`. Asked by
 * several in one turn on the same transaction, it is one statement for all of them.
 *
 * What a statement costs is mostly that it begins and ends. Each asker gets what a statement of its own would have said.
 */
export function together<Row, const C extends Columns>(
  columns: C,
  one: SQL<Row>,
): (on: Tx | Database, ask: { readonly [name in keyof C]: string }) => Promise<Row | null> {
  type Ask = { readonly [name in keyof C]: string };
  type Found = Row & { readonly nth_asked: string };
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const text = sql.raw(textOf(one));
  const waiting = new WeakMap<Tx | Database, Waiting<Ask, Row>[]>();

  const list = (each: (name: string, nth: number) => SQL) => sql.join(names.map(each), sql`, `);
  const typed = (nth: number, many = '') => sql.raw(`::${types[nth]}${many}`);

  function ofOne(ask: Ask): SQL {
    const values = list((name, nth) => sql`${ask[name]}${typed(nth)} as ${sql.raw(name)}`);
    return sql`select found.*, 1 as nth_asked
      from (select ${values}) as asked cross join lateral (${text} limit 1) as found`;
  }

  function ofMany(asks: readonly Ask[]): SQL {
    const values = list(
      (name, nth) => sql`${sql.param(asks.map((ask) => ask[name]))}${typed(nth, '[]')}`,
    );
    // The limit keeps each search a search by key, whatever PostgreSQL believes about how many ask.
    return sql`select found.*, asked.nth_asked
      from unnest(${values}) with ordinality as asked(${sql.raw(names.join(', '))}, nth_asked)
        cross join lateral (${text} limit 1) as found`;
  }

  async function answer(on: Tx | Database, all: readonly Waiting<Ask, Row>[]): Promise<void> {
    try {
      const asks = all.map(({ ask }) => ask);
      const [only] = asks;
      const { rows } = await on.execute<Found & Record<string, unknown>>(
        only && asks.length === 1 ? ofOne(only) : ofMany(asks),
      );
      const found = new Map(rows.map(({ nth_asked, ...row }) => [Number(nth_asked), row]));
      for (const [nth, { settle }] of all.entries())
        settle.resolve((found.get(nth + 1) as Row | undefined) ?? null);
    } catch (error) {
      for (const { settle } of all) settle.reject(error);
    }
  }

  return (on, ask) => {
    const mine: Waiting<Ask, Row> = { ask, settle: Promise.withResolvers() };
    const others = waiting.get(on);
    if (others) others.push(mine);
    else {
      const first = [mine];
      waiting.set(on, first);
      atEndOfTurn(() => {
        waiting.delete(on);
        void answer(on, first);
      });
    }
    return mine.settle.promise;
  };
}

/** After everything that is ready to run: whoever was answered by one statement asks the next one together too. */
function atEndOfTurn(work: () => void): void {
  queueMicrotask(() => process.nextTick(work));
}

function textOf(one: SQL): string {
  const { sql: text, params } = new PgDialect().sqlToQuery(one);
  if (params.length > 0) throw new Error('a question for several names its values as asked.name');
  return text;
}
