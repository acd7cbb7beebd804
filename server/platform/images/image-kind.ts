/** What we open: kinds that every browser and telephone makes, and whose readers are few and well tried. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/**
 * What a file is by its first bytes, never by its name or by what was said of it. Beyond them nothing of it is kept as it
 * came: a picture is drawn anew.
 */
export function imageKindOf(file: Buffer): ImageKind | 'heic' | null {
  const ascii = (from: number, to: number) => file.toString('latin1', from, to);
  if (file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff) return 'jpeg';
  if (file.subarray(0, PNG.length).equals(PNG)) return 'png';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'gif';
  if (ascii(4, 8) === 'ftyp' && HEIC_BRANDS.includes(ascii(8, 12))) return 'heic';
  return null;
}
