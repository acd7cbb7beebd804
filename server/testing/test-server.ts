import pg from 'pg';

/** The same server's URL with another database in it. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements one by one in the server's own database `postgres`. */
export async function administer(serverUrl: string, statements: string[]): Promise<void> {
  const client = new pg.Client(urlOf(serverUrl, 'postgres'));
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
