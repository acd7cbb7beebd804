import * as fs from 'node:fs/promises';

/** Makes a name in a folder survive a power cut: a new file's, or a rename. Windows has no such call, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
