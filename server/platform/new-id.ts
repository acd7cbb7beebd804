import { randomBytes, randomInt } from 'node:crypto';
import { type Id, uuidV7 } from '#shared/kernel/ids.ts';

/** The 12 bits after the version count within a millisecond (RFC 9562 §6.2, method 1). */
const COUNT_END = 1 << 12;

let lastMs = 0;
let count = 0;

/**
 * A new UUIDv7 from the machine's clock, a counter and chance. Ids of this process sort by their making, also those of one
 * millisecond and of a clock that was put back, and on PostgreSQL 15.
 */
export function newId<Kind extends string>(): Id<Kind> {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // In the lower half, so that there is room above.
    count = randomInt(COUNT_END / 2);
  } else if (++count === COUNT_END) {
    lastMs += 1;
    count = 0;
  }
  const random = randomBytes(10);
  random.writeUInt16BE(count, 0);
  return uuidV7(lastMs, random);
}
