import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { MediaLine } from '../../../platform/media-line.ts';
import { picturesWanted } from './paging.ts';
import type { PersonInMedia } from './people-in-media.ts';

/** A page that is left for a moment keeps its pictures: turning back shows them at once. */
const LET_GO_MS = 2_000;

/** Tells whose pictures are looked at; taken back by Solid. */
export type LookAt = (people: Accessor<readonly (PersonId | undefined)[]>) => void;

/** Lets the pictures come in that somebody looks at, and lets go of the others a little later. */
export function createLooking(
  line: Accessor<MediaLine | undefined>,
  media: { readonly people: readonly PersonInMedia[] },
  soundOnly: Accessor<boolean>,
): LookAt {
  const [looked, setLooked] = createSignal<readonly Accessor<readonly (PersonId | undefined)[]>[]>(
    [],
  );
  const wanted = createMemo(() =>
    picturesWanted(
      looked().flatMap((people) => people()),
      soundOnly(),
    ),
  );
  createEffect(() => {
    const to = line();
    if (!to) return;
    const off: (() => void)[] = [];
    for (const person of media.people) {
      const { camera, screen } = person;
      if (screen) to.receive(screen.identity, 'screen', !soundOnly());
      if (!camera) continue;
      if (wanted().has(person.personId)) to.receive(camera.identity, 'camera', true);
      else off.push(() => to.receive(camera.identity, 'camera', false));
    }
    const timer = setTimeout(() => {
      for (const letGo of off) letGo();
    }, LET_GO_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (people) => {
    setLooked((all) => [...all, people]);
    onCleanup(() => setLooked((all) => all.filter((one) => one !== people)));
  };
}
