import { Show } from 'solid-js';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoomProps } from '../room-props.ts';
import { isHere } from '../roster/roster-groups.ts';
import styles from './HelpAsked.module.css';
import { words } from './words.ts';

/** While a group waits for a teacher: who knows of it, how long it has waited, and that it manages after all. */
export function HelpAsked(props: Pick<RoomProps, 'topics'>) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const knows = () => {
    const names = roster
      .teachers()
      .filter(isHere)
      .map(({ personId }) => roster.nameOf(personId));
    return names.length > 0 ? t().know(inARow(language(), names), names.length) : t().nobodyKnows;
  };
  const waited = (at: number) => Math.max(0, Math.floor((currentTime() - at) / MINUTE_MS));
  return (
    <Show when={!breakouts.teacherInside() && breakouts.inside()?.called}>
      {(call) => (
        <section class={styles.asked} aria-labelledby="help-asked">
          <h3 id="help-asked">{t().helpAskedTitle}</h3>
          <p>
            {knows()} {t().waited(waited(call().at))}
          </p>
          <Button look="link" size="small" onClick={() => breakouts.call(false)}>
            {t().weManage}
          </Button>
        </section>
      )}
    </Show>
  );
}
