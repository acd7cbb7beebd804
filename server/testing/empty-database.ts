import pg from 'pg';

/** All that a database is made of, in one line: tables, columns, constraints, triggers, functions, settings of its own. */
const MADE_OF = `
  select md5(concat_ws('|',
    (select string_agg(concat_ws(' ', oid, relname, relkind), ',' order by oid) from pg_class
      where oid >= 16384),
    (select string_agg(concat_ws(' ', attrelid, attname, atttypid, attnotnull, attisdropped), ',' order by attrelid, attnum)
      from pg_attribute where attrelid >= 16384),
    (select string_agg(concat_ws(' ', oid, convalidated), ',' order by oid) from pg_constraint
      where oid >= 16384),
    (select string_agg(concat_ws(' ', oid, tgenabled), ',' order by oid) from pg_trigger
      where oid >= 16384),
    (select string_agg(concat_ws(' ', oid, prosrc), ',' order by oid) from pg_proc
      where oid >= 16384),
    (select string_agg(nspname, ',' order by oid) from pg_namespace
      where oid >= 16384 and nspname not like 'pg_%'),
    (select string_agg(setconfig::text, ',') from pg_db_role_setting
      where setdatabase = (select oid from pg_database where datname = current_database()))
  )) as line`;

/** The rows that the migrations themselves have written. */
const MIGRATED =
  "select md5(string_agg(migration::text, ',' order by migration::text)) as line from migration";

/** Empties every table but that of the migrations, whatever refers to what, and begins every count anew. */
const EMPTY = `
  do $$
  declare one record; filled boolean;
  begin
    set local session_replication_role = replica;
    for one in select oid::regclass as name, relkind from pg_class
      where relkind in ('r', 'S') and relnamespace = 'public'::regnamespace and relname <> 'migration'
    loop
      if one.relkind = 'S' then execute format('alter sequence %s restart', one.name);
      else
        execute format('select exists (select from %s)', one.name) into filled;
        if filled then execute format('delete from %s', one.name); end if;
      end if;
    end loop;
  end $$`;

/** What a database is made of. A copy is made of the same until a test changes it. */
export type MadeOf = { readonly schema: string; readonly migrations: string };

export async function madeOf(url: string): Promise<MadeOf> {
  return within(url, async (client) => ({
    schema: await line(client, MADE_OF),
    migrations: await line(client, MIGRATED),
  }));
}

/** Leaves nothing of what a test has written. @returns whether the database is as it was made: else it is of no use */
export async function emptyDatabase(url: string, asMade: MadeOf): Promise<boolean> {
  return within(url, async (client) => {
    // Whoever is still at work in it, as a server that was killed, would write behind our back.
    await client.query(`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`);
    if ((await line(client, MADE_OF)) !== asMade.schema) return false;
    if ((await line(client, MIGRATED)) !== asMade.migrations) return false;
    await client.query(EMPTY);
    return true;
  });
}

async function line(client: pg.Client, asked: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(asked);
  return rows[0]?.line ?? '';
}

async function within<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
