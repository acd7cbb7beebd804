import { crc32, inflateRawSync } from 'node:zlib';

/** The files of a zip by name, as its directory at the end lists them; each whole by its checksum. */
export function readZip(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let nth = 0; nth < zip.readUInt16LE(end + 10); nth++) {
    const [method, crc] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16)];
    const [packed, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const body = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(body, body + packed);
    const whole = method === 8 ? inflateRawSync(bytes) : bytes;
    if (crc32(whole) !== crc) throw new Error(`${name} is not whole`);
    files.set(name, whole);
    at += 46 + nameLength;
  }
  return files;
}
