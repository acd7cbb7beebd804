import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { lockIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { ClosedRoomSheet } from './ClosedRoomSheet.tsx';
import styles from './closed.module.css';
import type { ClosedRoom } from './closed-room.ts';
import { words } from './words.ts';

/** That the room is closed, with the fingerprint to compare, as long as it is so. It fits in a line that is there already. */
export function ClosedRoomMark(props: { readonly room: SeminarRoom; readonly closed: ClosedRoom }) {
  const t = useWords(words);
  return (
    <>
      <Show when={props.closed.closed()}>
        <button type="button" class={styles.mark} onClick={() => props.closed.showSheet(true)}>
          <Icon path={lockIcon} />
          <span class={styles.brief} aria-hidden="true">
            {t().closedBriefly}
          </span>
          <span class={styles.words}>
            {t().closedRoom}{' '}
            <Show when={props.closed.fingerprint()}>
              {(fingerprint) => (
                <span class={styles.digits}>
                  <span class="visually-hidden">{t().fingerprint} </span>
                  {fingerprint()}
                </span>
              )}
            </Show>
          </span>
        </button>
      </Show>
      <ClosedRoomSheet {...props} />
    </>
  );
}
