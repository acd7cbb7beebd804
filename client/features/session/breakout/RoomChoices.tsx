import { For, Show } from 'solid-js';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoomProps } from '../room-props.ts';
import styles from './RoomChoices.module.css';
import { inSentence } from './room-name.ts';
import { words } from './words.ts';

/** The rooms, who is in each just now, and one press to go there. */
export function RoomChoices(props: RoomProps & { readonly onGone?: () => void }) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const go = async (id: NonNullable<ReturnType<typeof breakouts.mineId>>) => {
    if (await breakouts.goTo(id)) props.onGone?.();
  };
  return (
    <ul class={styles.rooms}>
      <For each={breakouts.split()?.rooms.map(({ id }) => id) ?? []}>
        {(id) => {
          const room = () => breakouts.split()?.rooms.find((one) => one.id === id);
          const inside = () => room()?.inside ?? [];
          const names = () =>
            inside().length === 0
              ? t().nobodyThere
              : `${t().countThere(inside().length)}: ${inARow(
                  language(),
                  inside().map((personId) => roster.markedName(personId)),
                )}`;
          return (
            <li class={styles.room}>
              <div class={styles.words}>
                <b lang={PROGRAMME_LANGUAGE}>{room()?.name}</b>
                <span class={styles.who}>{names()}</span>
              </div>
              <Show
                when={breakouts.mineId() !== id}
                fallback={<p class={styles.here}>{t().here}</p>}
              >
                <Button onClick={() => go(id)}>
                  {t().go}
                  <span class="visually-hidden"> {t().goTo(inSentence(room()?.name ?? ''))}</span>
                </Button>
              </Show>
            </li>
          );
        }}
      </For>
    </ul>
  );
}
