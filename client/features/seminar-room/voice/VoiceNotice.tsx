import { createEffect, createMemo, For, on } from 'solid-js';
import { SPOKEN_TO_MAX } from '#shared/features/session/breakout/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { soundIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { words } from './words.ts';

/** To those inside a breakout: whose voice it is that comes from outside, and that it hears nothing. */
export function VoiceNotice(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { roster, breakouts } = props.room.session.topics;
  const nameOf = (personId: PersonId) => roster.nameOf(personId, t().hears.aTeacher);
  const reachesAll = createMemo(() => (breakouts.split()?.rooms.length ?? 0) <= SPOKEN_TO_MAX);
  const says = (personId: PersonId) =>
    (reachesAll() ? t().hears.toAll : t().hears.toSome)(nameOf(personId));
  createEffect(
    on(props.room.voices, (now, before = []) => {
      for (const one of now.filter((voice) => !before.includes(voice))) announce(says(one));
    }),
  );
  return (
    <For each={props.room.voices()}>
      {(personId) => (
        <Banner icon={soundIcon} title={says(personId)} saidByAnnouncer>
          {t().hears.about(nameOf(personId))}
        </Banner>
      )}
    </For>
  );
}
