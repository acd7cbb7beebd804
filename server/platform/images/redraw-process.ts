import sharp from 'sharp';
import type { Redrawing, RedrawingAnswer } from './redraw.ts';

/**
 * The process that opens pictures from outside, and only that: a reader written in C that is led astray ends this process, not
 * the school's server. It has no secrets, no database and no network of its own use.
 */

/** Wide enough for a whole page on a sharp screen. */
const SIDE_MAX = 2_560;
/** Looks like the original, and a photo is a few hundred kilobytes. */
const QUALITY = 82;
const READS_WITHIN_S = 10;

sharp.cache(false);
sharp.concurrency(1);
// Of everything that the library can open, only what we let through.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});

async function redraw({ file, kind, pixelsMax, square }: Redrawing): Promise<RedrawingAnswer> {
  // The first picture of several: what moves by itself disturbs whoever reads (WCAG 2.2.2).
  const picture = sharp(file, { failOn: 'error', limitInputPixels: pixelsMax, pages: 1 });
  const { format, width, height } = await picture.metadata();
  if (format !== kind) return { ok: false };
  if (width * height > pixelsMax) return { ok: false, tooManyPixels: true };
  const { data, info } = await picture
    // Turned as the camera was held. What else the file says of its making, place and owner is left behind.
    .autoOrient()
    .resize(
      square === null
        ? { width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true }
        : { width: square, height: square, fit: 'cover' },
    )
    .timeout({ seconds: READS_WITHIN_S })
    .toColourspace('srgb')
    .webp({ quality: QUALITY, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return { ok: true, bytes: data, width: info.width, height: info.height };
}

process.on('message', async ({ nth, ask }: { nth: number; ask: Redrawing }) => {
  let answer: RedrawingAnswer;
  try {
    answer = await redraw({ ...ask, file: Buffer.from(ask.file) });
  } catch (error) {
    answer = { ok: false, tooManyPixels: /pixel limit/iu.test(String(error)) };
  }
  process.send?.({ nth, answer });
});
process.on('disconnect', () => process.exit());
