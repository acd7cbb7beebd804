/**
 * The key of a closed room as people pass it on: 28 signs in seven groups, easy to read aloud and to type. Letters that
 * look like digits are left out (Crockford's base 32). 27 signs are chance, 135 bits; the last one tells a slip.
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SIGNS = 27;
const KEY_SIGNS = RANDOM_SIGNS + 1;
const GROUP = 4;
/** In the part of an address that browsers never send to a server. */
const IN_ADDRESS = 'nokkel=';

/** A key in the one form in which browsers use it: 28 signs, nothing between them. */
export type RoomKey = string & { readonly __brand: 'room-key' };

/** What is wrong with what somebody typed. */
export type KeySlip = 'too-short' | 'too-long' | 'mistyped';

/** A new key. `chance` is 27 bytes from `crypto.getRandomValues`. */
export function makeKey(chance: Uint8Array): RoomKey {
  if (chance.length !== RANDOM_SIGNS) throw new Error('a key is made of 27 bytes');
  const signs = Array.from(chance, (byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  return (signs + checkSign(signs)) as RoomKey;
}

export const randomKey = (): RoomKey =>
  makeKey(crypto.getRandomValues(new Uint8Array(RANDOM_SIGNS)));

/** Reads a key from what was typed or pasted, the whole link too: small letters, spaces and look-alikes are forgiven. */
export function readKey(text: string): RoomKey | { readonly slip: KeySlip } {
  const typed = text.includes(IN_ADDRESS)
    ? text.slice(text.indexOf(IN_ADDRESS) + IN_ADDRESS.length)
    : text;
  const signs = typed
    .toUpperCase()
    .replace(/[\s\-–.]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  if ([...signs].some((sign) => !SIGNS.includes(sign))) return { slip: 'mistyped' };
  if (signs.length < KEY_SIGNS) return { slip: 'too-short' };
  if (signs.length > KEY_SIGNS) return { slip: 'too-long' };
  const random = signs.slice(0, RANDOM_SIGNS);
  return signs === random + checkSign(random) ? (signs as RoomKey) : { slip: 'mistyped' };
}

/** The key as it is shown and read aloud. */
export function writtenKey(key: RoomKey): string {
  return (key.match(new RegExp(`.{${GROUP}}`, 'gu')) ?? []).join('-');
}

/** The address that brings somebody to the session with the key. */
export function linkWith(key: RoomKey, origin: string, sessionId: string): string {
  return `${origin}/okt/${sessionId}#${IN_ADDRESS}${writtenKey(key)}`;
}

/** What an address holds of a key: the session that it is for, and what stands there, right or not. */
export function keyInAddress(address: {
  readonly pathname: string;
  readonly hash: string;
}): { readonly sessionId: string; readonly typed: string } | null {
  const [, sessionId] = /^\/okt\/([^/]+)/u.exec(address.pathname) ?? [];
  const hash = address.hash.replace(/^#/u, '');
  if (!sessionId || !hash.startsWith(IN_ADDRESS)) return null;
  return { sessionId, typed: decoded(hash.slice(IN_ADDRESS.length)) };
}

/** As it was written, or as it stands where that cannot be told: half a sign of it may have been cut away. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Luhn's rule for 32 signs: every single slip and nearly every pair of swapped neighbours is noticed. */
function checkSign(signs: string): string {
  const base = SIGNS.length;
  const sum = [...signs].reverse().reduce((total, sign, at) => {
    const value = SIGNS.indexOf(sign) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / base) + (value % base);
  }, 0);
  return SIGNS.charAt((base - (sum % base)) % base);
}
