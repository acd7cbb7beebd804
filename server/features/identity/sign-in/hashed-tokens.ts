import type { DBAdapter, Where } from 'better-auth';
import { hashOfToken } from './token.ts';

type Row = Record<string, unknown>;

/**
 * Stands between better-auth and the database so that a sign-in's token is written, and looked for, as its
 * hash alone. A row made or found by its token carries the plain one again; any other row carries the hash,
 * which opens nothing. The address that the browser came from is not written at all.
 * @param inTransaction runs work on an adapter of one transaction
 */
export function hashTokens(
  adapter: DBAdapter,
  inTransaction: <R>(work: (adapter: DBAdapter) => Promise<R>) => Promise<R>,
): DBAdapter {
  return {
    ...hashTokensIn(adapter),
    transaction: (work) => inTransaction((inside) => work(hashTokensIn(inside))),
  };
}

function hashTokensIn(adapter: DBAdapter): DBAdapter {
  const hidden = <Ask extends { model: string; where?: Where[] | undefined }>(ask: Ask): Ask =>
    ask.model === 'session' && ask.where ? { ...ask, where: ask.where.map(hideToken) } : ask;

  return {
    ...adapter,
    async create(ask) {
      const data = ask.data as Row;
      if (ask.model !== 'session' || typeof data.token !== 'string') return adapter.create(ask);
      const { token, ipAddress: _notKept, ...rest } = data;
      const made = await adapter.create<Row>({
        ...ask,
        data: { ...rest, token: hashOfToken(token) },
      });
      return { ...made, token } as never;
    },
    findOne: async (ask) => withToken(await adapter.findOne(hidden(ask)), tokenAskedFor(ask)),
    findMany: (ask) => adapter.findMany(hidden(ask)),
    count: (ask) => adapter.count(hidden(ask)),
    update: async (ask) => withToken(await adapter.update(hidden(ask)), tokenAskedFor(ask)),
    updateMany: (ask) => adapter.updateMany(hidden(ask)),
    delete: (ask) => adapter.delete(hidden(ask)),
    deleteMany: (ask) => adapter.deleteMany(hidden(ask)),
    consumeOne: async (ask) => withToken(await adapter.consumeOne(hidden(ask)), tokenAskedFor(ask)),
    incrementOne: (ask) => adapter.incrementOne(hidden(ask)),
  };
}

function hideToken(where: Where): Where {
  if (where.field !== 'token') return where;
  if (typeof where.value === 'string') return { ...where, value: hashOfToken(where.value) };
  if (Array.isArray(where.value)) {
    return { ...where, value: where.value.map((token) => hashOfToken(String(token))) };
  }
  return where;
}

function tokenAskedFor(ask: { model: string; where?: Where[] }): string | null {
  if (ask.model !== 'session') return null;
  const value = ask.where?.find((where) => where.field === 'token')?.value;
  return typeof value === 'string' ? value : null;
}

function withToken<T>(row: T | null, token: string | null): T | null {
  return row !== null && token !== null ? { ...row, token } : row;
}
