import type { Database } from '../storage/database.ts';

/**
 * The tables that say something about a person: those with a column for one, by reference or by name. Each of
 * them must be in the `personal-data.ts` of some slice.
 */
export async function personalTables(database: Database): Promise<string[]> {
  const { rows } = await database.$client.query<{ name: string }>(`
    select 'person' as name
    union
    select conrelid::regclass::text from pg_constraint
      where contype = 'f' and confrelid = 'person'::regclass
    union
    select table_name::text from information_schema.columns join information_schema.tables
        using (table_schema, table_name)
      -- A view holds nothing of its own.
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and column_name in ('person_id', 'email', 'display_name')
    order by name`);
  return rows.map(({ name }) => name);
}
