import { createMemo } from 'solid-js';
import {
  deleteTemplate,
  editAgenda,
  fillAgenda,
  keepTemplate,
  stepAgenda,
} from '#shared/features/session/agenda/commands.ts';
import type { Agenda } from '#shared/features/session/agenda/model.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { useWords } from '../../../platform/language.ts';
import { createTimeUntil } from '../../../platform/server-clock.ts';
import type { Room } from '../session-room.ts';
import { createAgendaEditing } from './agenda-editing.ts';
import {
  expectedStarts,
  minutesLeft,
  nextChange,
  nextItem,
  pauseIsBegun,
  pauseUntil,
  planOf,
  restUntil,
} from './agenda-time.ts';
import { words } from './words.ts';

const EMPTY: Agenda = { startsAt: 0, items: [], version: 0, currentId: null, since: null };

export type AgendaStore = ReturnType<typeof createAgenda>;

/** The session's timed items, and which one is current for all. */
export function createAgenda(room: Room) {
  const t = useWords(words);
  const agenda = createFollowed(() => room.session()?.agenda, EMPTY, 'id');
  const plan = createMemo(() => planOf(agenda));
  const current = createMemo(() => plan().find((planned) => planned.phase === 'now'));
  const pause = createMemo(() => room.session()?.pauseForAll ?? null);
  const now = createTimeUntil((at) => nextChange(agenda, at, pause()));
  const starts = createMemo(() => expectedStarts(agenda, now(), pause()));
  const left = createMemo(() => minutesLeft(agenda, now(), pause()));
  const expectedAt = (index: number) => starts()[index] ?? null;
  const editing = createAgendaEditing({
    sessionId: room.sessionId,
    agenda,
    endsAt: () => room.session()?.endsAt,
    send: room.send,
    waits: () => room.waits(editAgenda, fillAgenda, keepTemplate, deleteTemplate),
  });
  return {
    editing,
    items: () => agenda.items,
    plan,
    current,
    /** 1 for the first; 0 while none has begun. */
    currentPlace: () => plan().findIndex((planned) => planned.phase === 'now') + 1,
    next: createMemo(() => nextItem(plan())),
    /** When an item is to be expected, as things go; null when it is behind. */
    expectedAt,
    nextAt: () => expectedAt(plan().findIndex(({ phase }) => phase === 'now') + 1),
    /** When we are back from the pause that the agenda has come to; null when none is, or nobody knows. */
    pauseUntil: createMemo(() => pauseUntil(agenda, now(), pause())),
    /** When a pause ends that all have in the midst of something else; null when none is on. */
    restUntil: createMemo(() => restUntil(agenda, now(), pause())),
    /** The pause that the agenda has come to and that is still to be begun for all: its minutes are not over. */
    pauseToHold: createMemo(() => {
      const item = current()?.item;
      if (item?.kind !== 'pause' || (left() ?? -1) < 0) return undefined;
      return pauseIsBegun(agenda, pause()) ? undefined : item;
    }),
    minutesLeft: left,
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
