import { expect, test } from 'vitest';
import { decodeList } from './decode.ts';

const NAME = 'Åse Ødegård';

test('F84 LIST-1 a file in UTF-8, UTF-16 or Excel’s own alphabet reads the same', () => {
  const utf16 = (swap: boolean) => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${NAME}`, 'utf16le'));
    return swap ? bytes.map((_, at) => bytes[at ^ 1] ?? 0) : bytes;
  };
  for (const bytes of [
    new TextEncoder().encode(NAME),
    new TextEncoder().encode(`\uFEFF${NAME}`),
    new Uint8Array(Buffer.from(NAME, 'latin1')),
    utf16(false),
    utf16(true),
  ])
    expect(decodeList(bytes)).toBe(NAME);
});
