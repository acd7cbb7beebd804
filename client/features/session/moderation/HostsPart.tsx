import { createSignal, For, Show } from 'solid-js';
import type { KeptOut } from '#shared/features/session/moderation/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Portrait } from '../../../ui/Portrait.tsx';
import type { Room } from '../session-room.ts';
import styles from './HostsPart.module.css';
import { createHostsLog } from './hosts-log.ts';
import { LogList } from './LogList.tsx';
import type { ModerationStore } from './moderation-store.ts';
import { words } from './words.ts';

/** At the end of the list of people, for teachers: who has been taken out, with the way back, and the log. */
export function HostsPart(props: { readonly room: Room; readonly moderation: ModerationStore }) {
  const t = useWords(words);
  const hosts = createHostsLog(props.room, props.moderation.changes);
  const [open, setOpen] = createSignal(false);
  let showLog: HTMLButtonElement | undefined;
  const letIn = async ({ personId, displayName }: KeptOut) => {
    if (!(await props.moderation.readmit({ personId, name: displayName }))) return;
    // The row goes away under the focus.
    showLog?.focus({ preventScroll: true });
  };
  const by = ({ by: { personId, displayName } }: KeptOut) =>
    personId === props.room.me ? t().you : displayName;
  return (
    <>
      <Show when={hosts.log.keptOut.length > 0}>
        <section class={styles.part} aria-labelledby="people-kept-out">
          <h3 id="people-kept-out">{t().keptOut(hosts.log.keptOut.length)}</h3>
          <ul>
            <For each={hosts.log.keptOut}>
              {(kept) => (
                <li class={styles.person}>
                  <Portrait personId={kept.personId} />
                  <span class={styles.words}>
                    <b>{kept.displayName}</b>
                    <span class={styles.quiet}>{t().keptOutBy(clockTime(kept.at), by(kept))}</span>
                  </span>
                  <Button size="small" onClick={() => letIn(kept)}>
                    {t().letIn}
                    <span class="visually-hidden"> {kept.displayName}</span>
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <section class={styles.part} aria-labelledby="hosts-log">
        <h3 id="hosts-log">{t().log}</h3>
        <p class={styles.quiet}>{t().logAbout}</p>
        <Button
          ref={showLog}
          size="small"
          aria-expanded={open()}
          onClick={() => {
            setOpen(!open());
            if (open()) void hosts.refresh();
          }}
        >
          {open() ? t().hideLog : t().showLog}
        </Button>
        <Show when={open()}>
          <LogList me={props.room.me} hosts={hosts} />
        </Show>
      </section>
    </>
  );
}
