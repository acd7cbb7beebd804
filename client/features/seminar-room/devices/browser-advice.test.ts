import { expect, test } from 'vitest';
import { browserFamily } from './browser-advice.ts';

test('F1 the advice is for the browser one has', () => {
  const mac =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  expect(browserFamily(`${mac} Version/18.0 Safari/605.1.15`, 0)).toBe('safari');
  expect(browserFamily(`${mac} Version/18.0 Safari/605.1.15`, 5)).toBe('ios');
  expect(
    browserFamily('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0),
  ).toBe('firefox');
  expect(
    browserFamily(
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36',
      5,
    ),
  ).toBe('android');
  expect(
    browserFamily('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36', 0),
  ).toBe('chromium');
});
