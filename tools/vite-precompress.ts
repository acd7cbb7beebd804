import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** What shrinks. The typeface is compressed already. */
const SHRINKS = /\.(js|css|svg|wasm|tflite)$/;
/** Brotli at its best takes ten seconds for five megabytes, and wins little over this. */
const LARGE_BYTES = 1_000_000;
const LARGE_QUALITY = 9;

/**
 * Writes `x.js.br` and `x.js.gz` beside each `x.js` of the build, so that the server sends small files without
 * spending time on them (docs/measurements.md S18).
 */
export function precompress(): Plugin {
  return {
    name: 'mellom-precompress',
    apply: 'build',
    async writeBundle(options) {
      const folder = path.join(options.dir ?? '', 'assets');
      const files = (await readdir(folder, { recursive: true })).filter((name) =>
        SHRINKS.test(name),
      );
      await Promise.all(files.map((name) => compress(path.join(folder, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const quality = content.length > LARGE_BYTES ? LARGE_QUALITY : constants.BROTLI_MAX_QUALITY;
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: quality } };
  await writeFile(`${file}.br`, await asBrotli(content, brotli));
  await writeFile(`${file}.gz`, await asGzip(content, { level: constants.Z_BEST_COMPRESSION }));
}
