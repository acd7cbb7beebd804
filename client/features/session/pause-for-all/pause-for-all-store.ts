import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import {
  endPauseForAll,
  lengthenPauseForAll,
  sayReady,
  startPauseForAll,
} from '#shared/features/session/pause-for-all/commands.ts';
import { isPauseOn } from '#shared/features/session/pause-for-all/rules.ts';
import { useWords } from '../../../platform/language.ts';
import { secondsUntil, serverNow } from '../../../platform/server-clock.ts';
import { announce } from '../../../ui/announcer.ts';
import type { AgendaStore } from '../agenda/agenda-store.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { giveSignal } from './soft-signal.ts';
import { words } from './words.ts';

const TICK_MS = 1_000;
/** As long as a pause is that nobody planned. */
export const USUAL_MINUTES = 10;

export type PauseForAllStore = ReturnType<typeof createPauseForAll>;

/** A pause that a teacher has begun for everybody, by the server's clock, with a soft signal when it is over. */
export function createPauseForAll(
  room: Room,
  topics: { readonly agenda: AgendaStore; readonly roster: RosterStore },
) {
  const t = useWords(words);
  const { sessionId } = room;
  const { agenda, roster } = topics;
  const refusals = () => t().refusals;
  const pause = createMemo(() => room.session()?.pauseForAll ?? null);
  const [now, setNow] = createSignal(serverNow());
  createEffect(() => {
    if (!pause()) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    onCleanup(() => clearInterval(timer));
  });
  const current = createMemo(() => {
    const known = pause();
    return isPauseOn(known, now()) ? known : undefined;
  });
  const isOn = createMemo(() => current() !== undefined);
  createEffect(
    on(isOn, (here, before) => {
      if (here || !before || !room.session()) return;
      announce(t().spoken.over);
      void giveSignal();
    }),
  );
  const secondsLeft = () => {
    const known = current();
    now();
    return known ? secondsUntil(known.endsAt) : 0;
  };
  return {
    isOn,
    endsAt: () => current()?.endsAt ?? 0,
    /** Whole minutes that are left, as the agenda counts them: 0 in the last minute, when `secondsLeft` counts. */
    minutesLeft: () => Math.floor(secondsLeft() / 60),
    secondsLeft,
    startedAt: () => current()?.startedAt ?? 0,
    ready: () => current()?.ready ?? 0,
    /** Everybody who could be ready: who sits here and has not stepped away. */
    here: () => {
      const away = new Set(room.session()?.quietPauses.map(({ personId }) => personId));
      return roster.here().filter(({ personId }) => !away.has(personId)).length;
    },
    /**
     * The minutes of the pause that the agenda has come to and that nobody has begun: what is left of them, the one that
     * runs counted whole, so that we are back when the agenda says. Undefined else.
     */
    planned: createMemo(() => {
      const item = roster.steers() && !isOn() ? agenda.pauseToHold() : undefined;
      return item && Math.min(item.minutes, (agenda.minutesLeft() ?? 0) + 1);
    }),
    start: (minutes: number) => room.attempt(startPauseForAll, { sessionId, minutes }, refusals),
    lengthen: (minutes: number) => {
      const endsAt = current()?.endsAt;
      if (endsAt === undefined) return;
      return room.attempt(lengthenPauseForAll, { sessionId, minutes, endsAt }, refusals);
    },
    end: () => room.attempt(endPauseForAll, { sessionId }, refusals),
    /** Whether it is said. */
    sayReady: async (ready: boolean) =>
      (await room.attempt(sayReady, { sessionId, ready }, refusals)) !== undefined,
  };
}
