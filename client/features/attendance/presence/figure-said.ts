import type { Figure } from '#shared/features/attendance/presence/model.ts';
import type { words } from './words.ts';

/** A figure as people say it: a length of time, or whether somebody was there. */
export function figureSaid(figure: Figure, t: (typeof words)['nb']): string {
  if (figure.kind === 'time') return t.length(figure.thereMs);
  if (figure.present === null) return t.notSaid;
  return figure.present ? t.present : t.absent;
}

/** How it came about, where somebody has said it. What was measured, or what nobody has said, says nothing more. */
export function sourceSaid({ source }: Figure, t: (typeof words)['nb']): string | undefined {
  return source === 'measured' || source === 'nobody' ? undefined : t.sources[source];
}
