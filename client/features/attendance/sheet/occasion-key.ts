import type { Occasion } from '#shared/features/attendance/sheet/model.ts';

/** Which occasion it is, wherever it stands among the others: they are moved, cancelled and added while one looks. */
export function occasionKey(occasion: Occasion): string {
  return occasion.kind === 'session'
    ? occasion.sessionId
    : `${occasion.gatheringId} ${occasion.day}`;
}
