import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { RETENTION } from '#shared/kernel/retention.ts';

test('F81 the page on how long things are kept says what the table says, kind by kind', () => {
  const page = fs.readFileSync(path.join(import.meta.dirname, '../docs/retention.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (-|\d+) \|/gmu)];
  const said = rows.map(([, kind, ms]) => [kind, ms === '-' ? null : Number(ms)]);
  expect(Object.fromEntries(said)).toEqual(RETENTION);
});
