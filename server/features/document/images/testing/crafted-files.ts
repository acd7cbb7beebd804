import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';

/** A file that somebody might send, and what must come of it. */
export type Crafted = {
  readonly name: string;
  readonly file: Buffer;
  /** `clean`: taken, and of what was hidden in it nothing is left. */
  readonly expected: 'refused' | 'clean';
};

/** Hidden in files that are taken: none of it may come out again. */
export const HIDDEN = '<script>alert(document.cookie)</script>';

type Kind = 'jpeg' | 'png' | 'webp' | 'gif';

/** A small picture with some detail, as each kind of file. */
async function pictureAs(kind: Kind): Promise<Buffer> {
  const [width, height] = [64, 48];
  const raw = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, at) => (at * 7 + (at >> 5) * 13) % 256),
  );
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .toFormat(kind)
    .toBuffer();
}

async function movingAs(kind: 'webp' | 'gif'): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width: 32, height: 32, channels: 3, background } })
      .png()
      .toBuffer();
  const frames = await Promise.all(['red', 'green', 'blue'].map(frame));
  return sharp(frames, { join: { animated: true } })
    .toFormat(kind)
    .toBuffer();
}

const PNG_MAGIC = Buffer.from('89504e470d0a1a0a', 'hex');

function pngChunk(type: string, body: Buffer, crc?: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc ?? crc32(Buffer.concat([head.subarray(4), body])), 0);
  return Buffer.concat([head, body, tail]);
}

function pngOf(width: number, height: number, ...chunks: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([PNG_MAGIC, pngChunk('IHDR', head), ...chunks, pngChunk('IEND', NOTHING)]);
}

const NOTHING = Buffer.alloc(0);
const idat = (bytes: number) => pngChunk('IDAT', deflateSync(Buffer.alloc(bytes)));

/** Puts a chunk behind a PNG's head. */
function withChunk(png: Buffer, chunk: Buffer): Buffer {
  const afterHead = PNG_MAGIC.length + 25;
  return Buffer.concat([png.subarray(0, afterHead), chunk, png.subarray(afterHead)]);
}

/** Puts a segment behind a JPEG's first marker. */
function withSegment(jpeg: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function sized(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.findIndex(
    (byte, at) => byte === 0xff && [0xc0, 0xc2].includes(copy[at + 1] ?? 0),
  );
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

function gifSized(gif: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(gif);
  copy.writeUInt16LE(width, 6);
  copy.writeUInt16LE(height, 8);
  // Behind the colours and what else is said before the first picture.
  let image = 13 + 3 * 2 ** (((copy[10] ?? 0) & 7) + 1);
  while (copy[image] === 0x21) {
    image += 2;
    while (copy[image] !== 0) image += (copy[image] ?? 0) + 1;
    image += 1;
  }
  copy.writeUInt16LE(width, image + 5);
  copy.writeUInt16LE(height, image + 7);
  return copy;
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${HIDDEN}</svg>`;
const ENTITIES = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg>&b;</svg>`;
const boxed = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`, 'latin1'),
  ]);

/** Promises §4: sixty and more, each of another kind of malice or mishap. */
export async function craftedFiles(): Promise<Crafted[]> {
  const [jpeg, png, webp, gif] = await Promise.all(
    (['jpeg', 'png', 'webp', 'gif'] as const).map(pictureAs),
  );
  if (!jpeg || !png || !webp || !gif) throw new Error('no pictures to begin with');
  const text = (words: string) => Buffer.from(words, 'utf8');
  const refused = (name: string, file: Buffer): Crafted => ({ name, file, expected: 'refused' });
  const clean = (name: string, file: Buffer): Crafted => ({ name, file, expected: 'clean' });
  const kinds = { jpeg, png, webp, gif };

  return [
    refused('nothing', NOTHING),
    refused('one byte', Buffer.from([0xff])),
    refused('a text', text('Dette er ikke et bilde.')),
    refused('zeros', Buffer.alloc(4_096)),
    refused('an SVG with a script', text(SVG)),
    refused('an SVG behind a byte order mark', text(`\ufeff<?xml version="1.0"?>${SVG}`)),
    refused('an SVG behind a comment', text(`<!-- GIF89a -->${SVG}`)),
    refused('an SVG, zipped', gzipSync(text(SVG))),
    refused('an SVG of entities', text(ENTITIES)),
    refused('a page', text(`<!doctype html>${HIDDEN}`)),
    refused('a page that says it is a picture', text(`\x00\x00<html>${HIDDEN}GIF89a`)),
    refused('a PDF', text(`%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>endobj`)),
    refused('PostScript', text('%!PS-Adobe-3.0 EPSF-3.0\n(x) run')),
    refused('a TIFF', Buffer.from('49492a0008000000', 'hex')),
    refused('a large TIFF', Buffer.from('4d4d002b00080000', 'hex')),
    refused('a bitmap', text('BM\x3a\x00\x00\x00')),
    refused('an icon', Buffer.from('00000100010010100000', 'hex')),
    refused('a Photoshop file', text('8BPS\x00\x01')),
    refused('a zip', Buffer.from('504b0304140000000800', 'hex')),
    refused('a program', Buffer.from('7f454c4602010100', 'hex')),
    refused('WebAssembly', Buffer.from('0061736d01000000', 'hex')),
    refused('HEIC of an iPhone', boxed('heic')),
    refused('HEIC, moving', boxed('hevc')),
    refused('AVIF', boxed('avif')),
    refused('a film', boxed('isom')),
    refused('JPEG XL', Buffer.from('0000000c4a584c200d0a870a', 'hex')),
    refused('JPEG 2000', Buffer.from('0000000c6a5020200d0a870a', 'hex')),
    refused('ImageMagick orders', text('push graphic-context\nfill "url(https://x|id)"')),
    refused('JPEG in name only', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), text(SVG)])),
    refused('PNG in name only', Buffer.concat([PNG_MAGIC, text(SVG)])),
    refused('GIF that is a script', text(`GIF89a/*\x00*/=1;${HIDDEN}`)),
    refused('WebP in name only', text(`RIFF\x30\x00\x00\x00WEBP${HIDDEN}`)),
    refused('WebP that is a sound', text('RIFF\x24\x00\x00\x00WAVEfmt ')),
    ...Object.entries(kinds).flatMap(([kind, file]) => [
      refused(`${kind}, its first 12 bytes`, file.subarray(0, 12)),
      refused(`${kind}, its first 40 bytes`, file.subarray(0, 40)),
      refused(`${kind}, its first half`, file.subarray(0, file.length >> 1)),
    ]),
    refused('PNG of 100,000 by 100,000', pngOf(100_000, 100_000, idat(1_000))),
    refused('PNG of two thousand million wide', pngOf(2_000_000_000, 1, idat(10))),
    refused('PNG of 100 million pixels in 100 kB', pngOf(10_000, 10_000, idat(100_010_000))),
    refused('PNG without pixels', pngOf(10, 10)),
    refused('PNG without width', pngOf(0, 10, idat(10))),
    refused('PNG with too little in it', pngOf(100, 100, idat(50))),
    refused(
      'PNG whose chunk has no end',
      Buffer.concat([PNG_MAGIC, Buffer.from('ffffffff49484452', 'hex')]),
    ),
    refused(
      'PNG with a wrong sum',
      withChunk(png, pngChunk('PLTE', Buffer.alloc(3), 1)).fill(0, 16, 20),
    ),
    refused('JPEG of 65,500 by 65,500', sized(jpeg, 65_500, 65_500)),
    refused('JPEG without height', sized(jpeg, 64, 0)),
    refused('JPEG without width', sized(jpeg, 0, 48)),
    refused('GIF of 65,535 by 65,535', gifSized(gif, 65_535, 65_535)),
    refused('WebP with a broken picture', Buffer.from(webp).fill(0xff, 20, 30)),
    clean('JPEG with a page behind it', Buffer.concat([jpeg, text(HIDDEN)])),
    clean('JPEG with a zip behind it', Buffer.concat([jpeg, text(`PK\x03\x04${HIDDEN}`)])),
    clean('JPEG with a script in a comment', withSegment(jpeg, 0xfe, text(HIDDEN))),
    clean(
      'JPEG with a script where its maker stands',
      withSegment(jpeg, 0xe1, text(`Exif\0\0${HIDDEN}`)),
    ),
    clean(
      'PNG with a script in a text',
      withChunk(png, pngChunk('tEXt', text(`Title\0${HIDDEN}`))),
    ),
    clean(
      'PNG with a bomb in a text',
      withChunk(
        png,
        pngChunk('zTXt', Buffer.concat([text('a\0\0'), deflateSync(Buffer.alloc(20_000_000))])),
      ),
    ),
    clean('PNG with a page behind it', Buffer.concat([png, text(HIDDEN)])),
    clean('GIF with a page behind it', Buffer.concat([gif, text(HIDDEN)])),
    clean('WebP with a page behind it', Buffer.concat([webp, text(HIDDEN)])),
    // Read as a single pixel, which harms nobody.
    clean('GIF without width', gifSized(gif, 0, 0)),
    clean('a moving GIF', await movingAs('gif')),
    clean('a moving WebP', await movingAs('webp')),
    clean('JPEG that says where it was taken', await placed()),
  ];
}

/** With everything that a camera writes: place, owner, time, turned by ninety degrees. */
async function placed(): Promise<Buffer> {
  const plain = await pictureAs('jpeg');
  return sharp(plain)
    .withExif({
      IFD0: { Artist: HIDDEN, Copyright: 'Kari Nordmann', Make: 'Kamera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '63/1 25/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
