import { createMemo, createSignal, createUniqueId, For } from 'solid-js';
import { PAUSE_CHOICES, type PauseChoice } from '#shared/features/session/pause/model.ts';
import { pauseChoices } from '#shared/features/session/pause/queries.ts';
import { isWish } from '#shared/features/session/pause/rules.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoomProps } from '../room-props.ts';
import { isHere } from '../roster/roster-groups.ts';
import styles from './PauseScreen.module.css';
import { words } from './words.ts';

/** What one may say to the teachers alone, if one wants to. Pressed again, it is taken back. */
export function PauseChoiceGroup(props: RoomProps) {
  const t = useWords(words);
  const { pause, roster } = props.topics;
  const titleId = createUniqueId();
  const aboutId = createUniqueId();
  // After a reload: what was chosen before.
  const asked = createQuery(pauseChoices, () => ({ sessionId: props.room.sessionId }));
  const [said, setSaid] = createSignal<{ readonly choice: PauseChoice | null }>();
  const chosen = createMemo(() => {
    const mine = asked.value()?.choices.find(({ personId }) => personId === props.room.me);
    return said() ? said()?.choice : mine?.choice;
  });
  /** Who of them sees it just now: nobody is promised what nobody is there for. */
  const whoIsIn = () =>
    roster
      .teachers()
      .filter((entry) => isHere(entry) && entry.personId !== props.room.me)
      .map(({ personId }) => roster.nameOf(personId));
  const toldNow = () => {
    const choice = chosen();
    if (!choice) return undefined;
    const [names, said] = [whoIsIn(), t().choices[choice]];
    if (names.length > 0) return t().told(inARow(language(), names), said);
    return `${t().nobodyIn(said)} ${isWish(choice) ? t().cardIsThere : t().takeBack}`;
  };
  const choose = async (pressed: PauseChoice) => {
    const choice = chosen() === pressed ? null : pressed;
    if (!(await pause.choose(choice))) return;
    setSaid({ choice });
    announce(toldNow() ?? t().spoken.untold);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no grid
    <div class={styles.choice} role="group" aria-labelledby={titleId} aria-describedby={aboutId}>
      <h3 id={titleId}>{t().choose}</h3>
      <div class={styles.choices}>
        <For each={PAUSE_CHOICES}>
          {(choice) => (
            <Button
              size="small"
              class={styles.one}
              aria-pressed={chosen() === choice}
              onClick={() => choose(choice)}
            >
              {t().choices[choice]}
            </Button>
          )}
        </For>
      </div>
      <p id={aboutId}>{toldNow() ?? t().chooseAbout}</p>
    </div>
  );
}
