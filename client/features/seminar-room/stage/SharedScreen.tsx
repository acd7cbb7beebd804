import { createMemo, createSignal, For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { screenIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { Picture } from './Picture.tsx';
import type { PersonInMedia } from './people-in-media.ts';
import styles from './SharedScreen.module.css';
import { words } from './words.ts';

/** A shared screen takes the stage. Several at once: one large, the others a press away. */
export function SharedScreen(props: {
  readonly room: SeminarRoom;
  readonly sharers: readonly PersonInMedia[];
}) {
  const t = useWords(words);
  const { topics, room: session } = props.room.session;
  const [chosen, setChosen] = createSignal<string>();
  const sharer = createMemo(
    () =>
      props.sharers.find((one) => one.personId === chosen()) ?? (props.sharers[0] as PersonInMedia),
  );
  const isMe = () => sharer().personId === session.me;
  const name = () => topics.roster.nameOf(sharer().personId);
  return (
    <section class={styles.shared} aria-label={t().screenOf(name())}>
      <header class={styles.top}>
        <h2>
          <Icon path={screenIcon} />
          {isMe() ? t().youShare : t().sharesScreen(name())}
        </h2>
        <For each={props.sharers.filter((one) => one.personId !== sharer().personId)}>
          {(other) => (
            <Button look="quiet" size="small" onClick={() => setChosen(other.personId)}>
              {t().screenOf(topics.roster.nameOf(other.personId))}
            </Button>
          )}
        </For>
        <Show when={isMe()}>
          <Button size="small" onClick={() => props.room.own.press('screen', false)}>
            {t().stopSharing}
          </Button>
        </Show>
      </header>
      <div class={styles.picture}>
        <Show when={props.room.view() !== 'sound'} fallback={<p>{t().screenHidden}</p>}>
          <Show when={props.room.line()}>
            {(line) => (
              <Show when={sharer().screen}>
                {(shown) => <Picture line={line()} shown={shown()} source="screen" />}
              </Show>
            )}
          </Show>
        </Show>
      </div>
    </section>
  );
}
