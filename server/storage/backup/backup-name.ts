import type { Instant } from '#shared/kernel/duration.ts';

/** What a backup of that moment is called. */
export const backupName = (at: Instant): string =>
  `mellom-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z.tar.gz`;

/** When a backup of that name was made; null for any other file. */
export function madeAt(name: string): Instant | null {
  const [, day, h, m, s] =
    /^mellom-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/u.exec(name) ?? [];
  const at = day ? Date.parse(`${day}T${h}:${m}:${s}Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
