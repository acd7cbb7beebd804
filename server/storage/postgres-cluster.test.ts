import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { prepareCluster } from './postgres-cluster.ts';

test('X16 where a restore was cut short before the database was in place, no empty school is begun', async () => {
  const home = await fs.mkdtemp(path.join(tmpdir(), 'mellom-cut-short-'));
  try {
    await fs.mkdir(path.join(home, 'unpacked-0190aaaa'));
    await expect(prepareCluster(home)).rejects.toThrow(/^A restore into .* was cut short: /u);
    expect(await fs.readdir(home)).toEqual(['unpacked-0190aaaa']);
  } finally {
    await fs.rm(home, { recursive: true });
  }
});
