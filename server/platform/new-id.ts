import { randomBytes } from 'node:crypto';
import { type Id, uuidV7 } from '#shared/kernel/ids.ts';

/** A new UUIDv7 from the machine's clock and chance: ids sort by their making, also on PostgreSQL 15. */
export function newId<Kind extends string>(): Id<Kind> {
  return uuidV7(Date.now(), randomBytes(10));
}
