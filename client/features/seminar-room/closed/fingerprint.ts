/** Slow enough that nobody tries keys by it, quick enough for an old phone: about half a second there. */
const ROUNDS = 300_000;
const GROUPS = 4;
const GROUP_DIGITS = 4;

/**
 * Four groups of four digits that are the same in all browsers with the same key, and others with another: what people
 * compare. It says nothing about the key that could be turned back.
 */
export async function fingerprintOf(key: string): Promise<string> {
  const text = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', text.encode(key), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const salt = text.encode('mellom closed room, fingerprint 1');
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    material,
    GROUPS * 32,
  );
  // 32 bits for each group: the remainder favours no digit by more than one in 400,000.
  return Array.from({ length: GROUPS }, (_, group) => new DataView(bits).getUint32(group * 4))
    .map((number) => String(number % 10 ** GROUP_DIGITS).padStart(GROUP_DIGITS, '0'))
    .join(' ');
}
