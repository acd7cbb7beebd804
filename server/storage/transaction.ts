import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Database, Tx } from './database.ts';

const BEGIN = {
  /** Each statement sees what is committed when it begins; rows are locked where a rule needs them to stand still. */
  change: 'begin',
  /** One consistent view from the first statement to the last; writes nothing. */
  view: 'begin isolation level repeatable read read only',
} as const;

const bound = new WeakMap<pg.PoolClient, Tx>();

/** One statement in PostgreSQL's own form, `$1` and so on for its values. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/**
 * Runs the last statement of a transaction and commits, in one flight: the rows that the transaction has locked are free
 * a round trip sooner. Resolves when both are done, so what it answers is committed.
 */
export type CommitWith = <Row extends object>(last: Statement) => Promise<Row[]>;

/**
 * Runs the work in one transaction on a connection of its own, and commits what it did before it answers.
 * Drizzle's own `transaction` keeps the connection for ever when the line breaks at `begin`, and
 * says what went wrong with the rollback in place of what went wrong: twenty such moments would end the pool.
 * @throws whatever the work throws, after a rollback
 */
export async function inTransaction<T>(
  database: Database,
  kind: keyof typeof BEGIN,
  work: (tx: Tx, commitWith: CommitWith) => Promise<T>,
): Promise<T> {
  const client = await database.$client.connect();
  let broken = false;
  let committed = false;
  const breakOff = () => {
    broken = true;
  };
  const commitWith: CommitWith = async <Row extends object>({ text, values }: Statement) => {
    committed = true;
    // Should the statement fail, PostgreSQL makes a rollback of this commit.
    const [{ rows }] = await Promise.all([
      client.query<Row>({ text, values: [...values] }),
      client.query('commit'),
    ]);
    return rows;
  };
  try {
    // Not waited for: it travels with the work's first statement. Without it nothing after may run.
    client.query(BEGIN[kind]).catch(() => {
      breakOff();
      client.end().catch(breakOff);
    });
    const result = await work(txOn(client), commitWith);
    if (!committed) await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(breakOff);
    throw error;
  } finally {
    // A connection that could not even roll back is not given to anybody else.
    client.release(broken);
  }
}

function txOn(client: pg.PoolClient): Tx {
  const known = bound.get(client);
  if (known) return known;
  const tx = drizzle({ client });
  bound.set(client, tx);
  return tx;
}
