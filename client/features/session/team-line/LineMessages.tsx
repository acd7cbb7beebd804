import { For, type JSX, Show } from 'solid-js';
import type { TeamMessage } from '#shared/features/session/team-line/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import styles from '../chat/Message.module.css';
import { Written } from '../chat/Written.tsx';
import { words } from './words.ts';

/** What stands on a line, oldest first, and after it whatever is on its way. */
export function LineMessages(props: {
  readonly messages: readonly TeamMessage[];
  /** Whoever is called "you". */
  readonly isMe: (message: TeamMessage) => boolean;
  readonly nameOf: (personId: PersonId, otherwise: string) => string;
  /** That whose line it is is a guest, and as what. */
  readonly guest?: string;
  readonly children?: JSX.Element;
}) {
  const t = useWords(words);
  return (
    <ol aria-label={t().messages}>
      <For each={props.messages}>
        {(one) => (
          <li class={styles.message}>
            <Portrait personId={one.by} size="small" />
            <div class={styles.body}>
              <p class={styles.head}>
                <b>{props.isMe(one) ? t().you : props.nameOf(one.by, one.byName)}</b>{' '}
                <Show when={props.guest && !one.fromTeam && !props.isMe(one)}>
                  <span>{props.guest} </span>
                </Show>
                <time>{clockTime(one.at)}</time>
              </p>
              <p class={styles.text} lang={one.lang ?? undefined}>
                <Written text={one.text} />
              </p>
            </div>
          </li>
        )}
      </For>
      {props.children}
    </ol>
  );
}
