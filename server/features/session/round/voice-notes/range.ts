/** Some of a file, from a byte that counts from 0. `isPart`: somebody asked for it alone. */
export type Stretch = { readonly from: number; readonly length: number; readonly isPart: boolean };

/**
 * What a `Range` header asks for of so many bytes (RFC 9110, 14.2). One range is understood, which is what players ask for; of
 * anything else all is given, as the standard has it.
 */
export function rangeIn(header: string | undefined, length: number): Stretch | 'unsatisfiable' {
  const all = { from: 0, length, isPart: false };
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? '') ?? [];
  if (first === '' && last === '') return all;
  if (first === '') {
    const bytes = Math.min(Number(last), length);
    return bytes === 0 ? 'unsatisfiable' : { from: length - bytes, length: bytes, isPart: true };
  }
  const from = Number(first);
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (last !== '' && Number(last) < from) return all;
  return from >= length ? 'unsatisfiable' : { from, length: to - from + 1, isPart: true };
}
