import { destination, type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Errors whose message quotes what a person wrote: bound values, rows, the JSON that did not parse. */
const quotesContent = new Set(['DrizzleQueryError', 'DatabaseError', 'SyntaxError']);

/**
 * What a log may say about an error: its kind, code and place. Messages that could carry a person's
 * words are left out, and so are the details PostgreSQL adds ("Key (email)=(…) already exists").
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const name = error.constructor.name;
  const { code, constraint, table } = error as {
    code?: string;
    constraint?: string;
    table?: string;
  };
  return {
    type: name,
    ...(quotesContent.has(name) ? {} : { message: error.message }),
    ...(code ? { code } : {}),
    ...(table ? { table } : {}),
    ...(constraint ? { constraint } : {}),
    stack: error.stack?.match(/^\s+at .*$/gm)?.join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/**
 * The one log of the process: a JSON line per event on stderr, so that stdout keeps the address alone.
 * Ids and counts, never names, texts, tokens or votes (CONTRIBUTING.md).
 */
export function makeLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    },
    destination({ fd: 2, sync: true }),
  );
}
