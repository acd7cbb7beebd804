import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { PauseChoice, PauseWish } from '#shared/features/session/pause/model.ts';
import { pauseChoices } from '#shared/features/session/pause/queries.ts';
import { isWish } from '#shared/features/session/pause/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { makeAnnouncementBatch } from '../../../ui/announcer.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import type { PauseStore } from './pause-store.ts';
import { words } from './words.ts';

/** Nothing tells of a choice, so that nobody else can notice one: it is asked for, as long as somebody is on pause. */
const FRESH_MS = 5_000;

export type Wishes = ReturnType<typeof createWishes>;

/** What those on pause have chosen to say, for the session's teachers, whatever they have open. Nobody else asks. */
export function createWishes(room: Room, roster: RosterStore, pause: PauseStore) {
  const t = useWords(words);
  const steers = createMemo(() => roster.steers());
  const somebodyIsAway = createMemo(() => pause.pauses().length > 0);
  const asked = createMemo(() => {
    if (!steers() || !somebodyIsAway()) return;
    const query = createQuery(pauseChoices, () => ({ sessionId: room.sessionId }));
    refetchEvery(FRESH_MS, query);
    createEffect(on(pause.pauses, () => query.refetch(), { defer: true }));
    return query;
  });
  const choices = createMemo(
    () =>
      new Map<PersonId, PauseChoice>(
        asked()
          ?.value()
          ?.choices.filter(({ personId }) => pause.isPaused(personId))
          .map(({ personId, choice }) => [personId, choice]),
      ),
  );
  /** Of the others: one's own wish is known to oneself. */
  const wishing = createMemo(() =>
    [...choices()].flatMap(([personId, choice]) =>
      personId !== room.me && isWish(choice) ? [{ personId, wish: choice }] : [],
    ),
  );

  const heard = makeAnnouncementBatch<{ readonly name: string; readonly wish: PauseWish }>(
    (all) => {
      const [first] = all;
      return all.length === 1 && first
        ? t().spoken.wish(first.name, t().choices[first.wish])
        : t().spoken.manyWish(all.length);
    },
  );
  onCleanup(heard.stop);
  createEffect<ReadonlyMap<PersonId, PauseWish>>((before) => {
    const now = new Map(wishing().map(({ personId, wish }) => [personId, wish]));
    untrack(() => {
      for (const [personId, wish] of now)
        if (before.get(personId) !== wish) heard.add({ name: roster.markedName(personId), wish });
    });
    return now;
  }, new Map());

  const [writesTo, setWritesTo] = createSignal<PersonId>();
  const isAway = (personId: PersonId) => pause.isPaused(personId);
  return {
    choiceOf: (personId: PersonId) => choices().get(personId),
    /** Whether what they have chosen is known here. */
    known: () => asked()?.value() !== undefined,
    failed: () => asked()?.state().status === 'failed',
    /** How many wish something of the teachers. */
    count: () => wishing().length,
    wishes: (personId: PersonId) => wishing().some((one) => one.personId === personId),
    /** Everybody on pause, and whoever is written to just now: a line does not close under the words. */
    rows: createMemo<readonly PersonId[]>(() => {
      const open = writesTo();
      const away = pause.pauses().map(({ personId }) => personId);
      return open && !isAway(open) ? [...away, open] : away;
    }),
    writesTo,
    write: (personId: PersonId | undefined) => setWritesTo(personId),
  };
}
