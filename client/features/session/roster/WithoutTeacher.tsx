import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { peopleIcon } from '../../../ui/icons.ts';
import type { RosterStore } from './roster-store.ts';
import { words } from './words.ts';

/** For everybody, as long as nobody who may steer is here. */
export function WithoutTeacher(props: { readonly roster: RosterStore }) {
  const t = useWords(words);
  return (
    <Show when={props.roster.withoutTeacher()}>
      <Banner icon={peopleIcon} title={t().withoutTeacher.title}>
        {t().withoutTeacher.about}
      </Banner>
    </Show>
  );
}
