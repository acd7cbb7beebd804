/** Of a file. A list of ten thousand people is a tenth of it. */
export const LIST_FILE_BYTES_MAX = 5 * 1024 * 1024;

/**
 * What a spreadsheet has saved, as text: UTF-8 or UTF-16 where it says or is so, else the alphabet of western Windows, which
 * Excel writes.
 */
export function decodeList(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
