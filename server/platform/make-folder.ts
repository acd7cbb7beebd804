import * as fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder of ours, for its owner alone, and what it lies in as the system makes folders. One level at a time: Node's own
 * `recursive` never ends below `/proc`, where what is asked for never appears.
 */
export function makeFolder(folder: string): void {
  makeWithin(path.resolve(folder), 0o700);
}

function makeWithin(folder: string, mode?: number): void {
  const found = fs.statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw new Error(`${folder} is not a folder`);
  makeWithin(path.dirname(folder));
  try {
    fs.mkdirSync(folder, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
