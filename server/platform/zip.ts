import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { Instant } from '#shared/kernel/duration.ts';

/** One file of a zip. */
export type ZipEntry = {
  /** Its path in the zip, with forward slashes. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Pictures and sound are as small as they get. */
  readonly isPacked?: boolean;
};

const deflate = promisify(deflateRaw);
const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** Without the extension for large files, which not every program reads. */
const BYTES_MAX = 0xffff_ffff;
const ENTRIES_MAX = 0xffff;

/**
 * A zip as it is made: one entry is in memory at a time, and the next is asked for when the reader has taken the one before.
 * @throws when it grows beyond what every program can open
 */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry>,
  at: Instant,
): AsyncGenerator<Buffer, void, undefined> {
  const directory: Buffer[] = [];
  const when = dosTime(at);
  let offset = 0;
  for await (const { name, bytes, isPacked = false } of entries) {
    const body = isPacked ? bytes : await deflate(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(FLAGS, 2);
    common.writeUInt16LE(isPacked ? STORED : DEFLATED, 4);
    common.writeUInt32LE(when, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    const path = Buffer.from(name, 'utf8');
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path]);
    directory.push(centralEntry(common, path, offset));
    offset += local.length + body.length;
    if (offset > BYTES_MAX || directory.length > ENTRIES_MAX) throw new Error('a zip too large');
    yield local;
    yield body;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  yield central;
  yield end;
}

function centralEntry(common: Buffer, path: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(46);
  head.write('PK\x01\x02', 0, 'latin1');
  head.writeUInt16LE(VERSION, 4);
  common.copy(head, 6, 0, 24);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, path]);
}

/** The moment as MS-DOS wrote it, in two seconds, and here in UTC. */
function dosTime(at: Instant): number {
  const date = new Date(at);
  const time =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return ((day << 16) | time) >>> 0;
}
