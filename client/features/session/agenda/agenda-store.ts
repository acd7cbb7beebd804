import { createMemo } from 'solid-js';
import { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import type { Agenda } from '#shared/features/session/agenda/model.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { useWords } from '../../../platform/language.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import type { Room } from '../session-room.ts';
import { expectedStarts, minutesLeft, nextItem, planOf } from './agenda-time.ts';
import { words } from './words.ts';

const EMPTY: Agenda = { startsAt: 0, items: [], currentId: null, since: null };

export type AgendaStore = ReturnType<typeof createAgenda>;

/** The session's timed items, and which one is current for all. */
export function createAgenda(room: Room) {
  const t = useWords(words);
  const agenda = createFollowed(() => room.session()?.agenda, EMPTY, 'id');
  const plan = createMemo(() => planOf(agenda));
  const current = createMemo(() => plan().find((planned) => planned.phase === 'now'));
  const starts = createMemo(() => expectedStarts(agenda, currentTime()));
  const expectedAt = (index: number) => starts()[index] ?? null;
  return {
    items: () => agenda.items,
    plan,
    current,
    /** 1 for the first; 0 while none has begun. */
    currentPlace: () => plan().findIndex((planned) => planned.phase === 'now') + 1,
    next: createMemo(() => nextItem(plan())),
    /** When an item is to be expected, as things go; null when it is behind. */
    expectedAt,
    nextAt: () => expectedAt(plan().findIndex(({ phase }) => phase === 'now') + 1),
    minutesLeft: createMemo(() => minutesLeft(agenda, currentTime())),
    /** What a step waits for, when it is not through. */
    waits: () => room.waits(stepAgenda),
    /** Makes the item current for all. What this screen showed goes with it, so that no item is skipped. */
    stepTo: (to: AgendaItemId) =>
      room.attempt(
        stepAgenda,
        { sessionId: room.sessionId, from: agenda.currentId, to },
        () => t().refusals,
      ),
  };
}
