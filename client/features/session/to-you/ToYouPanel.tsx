import { For, Show } from 'solid-js';
import { inARow, language, useWords } from '../../../platform/language.ts';
import type { AboutToPress } from '../../../ui/about-to-press.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { eyeIcon } from '../../../ui/icons.ts';
import type { RoomProps } from '../room-props.ts';
import { PeopleGroup } from '../roster/PeopleList.tsx';
import type { ToYouSection } from './sections.tsx';
import styles from './ToYouPanel.module.css';
import { words } from './words.ts';

/** "Til deg": what waits for the session's teachers, and who of them sees it. */
export function ToYouPanel(
  props: RoomProps & { readonly sections: readonly ToYouSection[]; readonly near: AboutToPress },
) {
  const t = useWords(words);
  const nothing = () => props.sections.every((section) => section.rows() === 0);
  const whoSees = () => {
    const others = props.topics.roster
      .teachers()
      .filter((entry) => entry.personId !== props.room.me)
      .map((entry) => props.topics.roster.nameOf(entry.personId));
    if (others.length === 0) return t().onlyYou;
    return t().onlyYouAnd(inARow(language(), [t().you, ...others]));
  };
  return (
    <div class={styles.panel} ref={props.near.watch}>
      <Show when={nothing()}>
        <EmptyState title={t().empty}>{t().emptyAbout}</EmptyState>
      </Show>
      <For each={props.sections}>
        {(section) => (
          <Show when={section.rows() > 0}>
            <PeopleGroup id={`to-you-${section.id}`} title={section.title()} tool={section.tool}>
              {section.content(props.near)}
            </PeopleGroup>
          </Show>
        )}
      </For>
      <p class={styles.foot}>
        <Icon path={eyeIcon} small />
        {whoSees()}
      </p>
    </div>
  );
}
