/** A value as JSON has it. */
export type Portable =
  | string
  | number
  | boolean
  | null
  | readonly Portable[]
  | { readonly [key: string]: Portable };

/** Bytes that stood in a row, as a file beside it. */
export type OwnFile = { readonly name: string; readonly bytes: Buffer };

const MOMENT = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)$/u;
const IS_WHEN = /^at$|At$|^since$/u;
const ENDINGS: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
};

/**
 * What a slice holds of somebody, as any program reads it: moments by ISO 8601 in UTC, and bytes as files that the rows name.
 * @param name what the files of the slice are called, before their number
 */
export function portable(
  held: unknown,
  name: string,
): { readonly value: Portable; readonly files: readonly OwnFile[] } {
  const files: OwnFile[] = [];

  function of(value: unknown, key: string): Portable {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'string') return momentIn(value) ?? value;
    if (typeof value === 'number' && IS_WHEN.test(key)) return new Date(value).toISOString();
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return Number(value);
    if (Array.isArray(value)) return value.map((each) => of(each, key));
    const members = Object.entries(value as Record<string, unknown>);
    const { base64, type } = value as { base64?: unknown; type?: unknown };
    if (typeof base64 === 'string') {
      const ending = ENDINGS[String(type).split(';')[0] ?? ''] ?? 'bin';
      const file = `files/${name}-${files.length + 1}.${ending}`;
      files.push({ name: file, bytes: Buffer.from(base64, 'base64') });
      const rest = members.filter(([member]) => member !== 'base64');
      return {
        file,
        ...Object.fromEntries(rest.map(([member, each]) => [member, of(each, member)])),
      };
    }
    return Object.fromEntries(members.map(([member, each]) => [member, of(each, member)]));
  }

  return { value: of(held, ''), files };
}

function momentIn(text: string): string | undefined {
  if (!MOMENT.test(text)) return undefined;
  // As PostgreSQL writes it: a blank between, and an offset without minutes.
  const at = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/u, '$1:00'));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
