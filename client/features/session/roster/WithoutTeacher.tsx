import { Show } from 'solid-js';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { peopleIcon } from '../../../ui/icons.ts';
import type { RosterStore } from './roster-store.ts';
import { words } from './words.ts';

/** For everybody, as long as nobody who may steer is here. */
export function WithoutTeacher(props: { readonly roster: RosterStore }) {
  const t = useWords(words);
  const title = () => {
    const lost = props.roster.teachersLost();
    if (lost.length === 0) return t().withoutTeacher.title;
    return t().withoutTeacher.lost(inARow(language(), lost));
  };
  return (
    <Show when={props.roster.withoutTeacher()}>
      <Banner icon={peopleIcon} title={title()}>
        {t().withoutTeacher.goesOn} {t().withoutTeacher.about}
      </Banner>
    </Show>
  );
}
