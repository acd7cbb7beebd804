import pg from 'pg';

/** Statements that are prepared once for each connection. Far more than we have: a list that varies in length must not fill the server. */
const STATEMENTS_MAX = 400;
const names = new Map<string, string>();

/**
 * A connection on which every statement with values is prepared when it first runs: PostgreSQL parses and plans it
 * once, not at each of a live session's calls. Needs a connection that is ours alone, as the pool's are.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg has eight forms of this, and all of them pass through
  override query(first: any, ...rest: any[]): any {
    return super.query(
      isStatement(first) ? { ...first, name: nameOf(first.text) } : first,
      ...rest,
    );
  }
}

function isStatement(config: unknown): config is { readonly text: string } {
  return (
    typeof config === 'object' &&
    config !== null &&
    'text' in config &&
    typeof config.text === 'string' &&
    !('submit' in config) &&
    !('name' in config && config.name)
  );
}

/** The same text has the same name on every connection; undefined once there are too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= STATEMENTS_MAX) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
