import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const client = path.join(import.meta.dirname, '..');
const components = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

test('F78 no words that are heard and not seen begin with a stop: a space is read before it', () => {
  expect(components.length).toBeGreaterThan(50);
  const parted = components.filter((file) =>
    /class="visually-hidden">\s*[.:;!?]/u.test(readFileSync(path.join(client, file), 'utf8')),
  );
  expect(parted).toEqual([]);
});
