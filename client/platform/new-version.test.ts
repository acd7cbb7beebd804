import { expect, test } from 'vitest';
import { isNewer } from './new-version.ts';

const page = (...files: string[]) => files.map((file) => `<script src="${file}"></script>`).join();
const own = new Set(['/assets/index-a1.js', '/assets/index-b2.css', '/assets/Later-c3.css']);

test('X15 a page of other files is a newer one, and the same or fewer files are not', () => {
  expect(isNewer(own, page('/assets/index-a1.js', '/assets/index-b2.css'))).toBe(false);
  expect(isNewer(own, page('/assets/index-a1.js', '/assets/index-d4.css'))).toBe(true);
  expect(isNewer(own, page('/assets/index--9G5vQuc.js'))).toBe(true);
});

test('X15 a proxy’s page is no new version, and a page that was not built has none', () => {
  expect(isNewer(own, '<h1>502 Bad Gateway</h1>')).toBe(false);
  expect(isNewer(new Set(), page('/assets/index-a1.js'))).toBe(false);
});
