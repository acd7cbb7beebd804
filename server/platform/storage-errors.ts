/** PostgreSQL's own code of an error (SQLSTATE or a socket's), also when Drizzle has wrapped it. */
export function errorCode(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return null;
}

/** Ended by PostgreSQL so that another could go on: serialization failure, deadlock. Safe to run again. */
export function isConflict(error: unknown): boolean {
  const code = errorCode(error);
  return code === '40001' || code === '40P01';
}

export function isUniqueViolation(error: unknown, constraint: string): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code, constraint: hit } = at as { code?: unknown; constraint?: unknown };
    if (code === '23505' && hit === constraint) return true;
  }
  return false;
}

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
]);
/** Messages of the driver for a line that ended, which carry no code. */
const LINE_ENDED =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/iu;

/**
 * Storage cannot be used just now: unreachable, shutting down (57P01–57P03), out of disk or connections
 * (class 53), read-only (25006), too slow (57014, 55P03), or the line broke in the middle. Nobody knows then whether the commit went through,
 * so the caller is told to ask again with the same call id.
 */
export function isStorageOutage(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== null && SOCKET_CODES.has(code)) return true;
  if (code !== null && /^(08|53|57|58)/u.test(code)) return true;
  if (code === '25006' || code === '55P03') return true;
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (LINE_ENDED.test(at.message)) return true;
  }
  return false;
}
