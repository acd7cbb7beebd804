import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeHistogram, type Quantiles } from '../generator/histogram.ts';

const BYTES = 128;

/** F of docs/measurements.md: what appending 128 bytes and having them on the disk takes here, one after the other. */
export async function measureDisk(seconds: number): Promise<Quantiles> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mellom-bench-disk-'));
  const file = await open(path.join(folder, 'log'), 'a');
  const times = makeHistogram();
  const untilAt = performance.now() + seconds * 1000;
  while (performance.now() < untilAt) {
    const began = performance.now();
    await file.write(Buffer.alloc(BYTES, 'x'));
    await file.datasync();
    times.add(performance.now() - began);
  }
  await file.close();
  rmSync(folder, { recursive: true });
  return times.quantiles();
}
