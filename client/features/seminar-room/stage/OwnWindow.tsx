import { createMemo, For, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { useWords } from '../../../platform/language.ts';
import type { OwnWindow } from '../../../platform/own-window.ts';
import { closeIcon } from '../../../ui/icons.ts';
import { BarButton } from '../../session/public.ts';
import { OwnControls } from '../devices/OwnControls.tsx';
import type { SeminarRoom } from '../seminar-room.ts';
import { forLarge, whoMatters } from './for-large.ts';
import styles from './OwnWindow.module.css';
import { ScreenPicture } from './SharedScreen.tsx';
import { smallTiles } from './screens.ts';
import { Tile } from './Tile.tsx';
import { words } from './words.ts';

/** The session in a small window over other programs: who matters most, and one's own microphone and camera. */
export function OwnWindowContent(props: { readonly room: SeminarRoom; readonly own: OwnWindow }) {
  return (
    <Show when={props.own.place()}>
      {(place) => (
        <Portal mount={place()}>
          <Content {...props} />
        </Portal>
      )}
    </Show>
  );
}

function Content(props: { readonly room: SeminarRoom; readonly own: OwnWindow }) {
  const t = useWords(words);
  const { topics, room: session } = props.room.session;
  const tiles = createMemo(() =>
    smallTiles({
      screens: props.room.view() === 'sound' ? [] : props.room.screens(),
      first: whoMatters(props.room),
      others: forLarge(props.room).others,
    }),
  );
  const named = (kind: 'screen' | 'face') =>
    tiles()
      .filter((tile) => tile.kind === kind)
      .map((tile) => tile.personId);
  const faces = createMemo(() => named('face'));
  props.room.lookAt(faces);
  return (
    <main class={styles.window}>
      <h1 class="visually-hidden">{session.session()?.title}</h1>
      <ul class={styles.tiles} data-count={tiles().length} aria-label={t().onStage}>
        <For each={named('screen')}>
          {(personId) => (
            <li class={styles.screen}>
              <ScreenPicture room={props.room} personId={personId} />
              <p>{t().screenOf(topics.roster.markedName(personId))}</p>
            </li>
          )}
        </For>
        <For each={faces()}>{(personId) => <Tile room={props.room} personId={personId} />}</For>
      </ul>
      <Show when={tiles().length === 0}>
        <p class={styles.nobody}>{t().alone}</p>
      </Show>
      <section class={styles.controls} aria-label={t().ownWindowControls}>
        <OwnControls room={props.room} />
        <BarButton icon={closeIcon} onClick={props.own.close}>
          {t().closeWindow}
        </BarButton>
      </section>
    </main>
  );
}
