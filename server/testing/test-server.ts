import pg from 'pg';

/** The same server's URL with another database in it. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements one by one in the server's own database `postgres`. @returns the rows of each */
export async function administer(serverUrl: string, statements: string[]): Promise<unknown[][]> {
  const client = new pg.Client(urlOf(serverUrl, 'postgres'));
  await client.connect();
  try {
    const rows: unknown[][] = [];
    for (const statement of statements) rows.push((await client.query(statement)).rows);
    return rows;
  } finally {
    await client.end();
  }
}
