import { createSignal, For, Show } from 'solid-js';
import type { KeptOut } from '#shared/features/session/moderation/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { PeopleGroup, PersonRow } from '../roster/PeopleList.tsx';
import type { Room } from '../session-room.ts';
import styles from './HostsPart.module.css';
import type { HostsLog } from './hosts-log.ts';
import { LogList } from './LogList.tsx';
import type { ModerationStore } from './moderation-store.ts';
import { words } from './words.ts';

/** At the end of the list of people, for teachers: who has been taken out, with the way back, and the log. */
export function HostsPart(props: {
  readonly room: Room;
  readonly moderation: ModerationStore;
  readonly hosts: HostsLog;
}) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  let showLog: HTMLButtonElement | undefined;
  const letIn = async ({ personId, displayName }: KeptOut) => {
    if (!(await props.moderation.readmit({ personId, name: displayName }))) return;
    // The row goes away under the focus.
    showLog?.focus({ preventScroll: true });
  };
  const about = (kept: KeptOut) =>
    [t().keptOutBy(clockTime(kept.at), by(kept)), kept.words && t().said(kept.words)]
      .filter(Boolean)
      .join('. ');
  const by = ({ by: { personId, displayName } }: KeptOut) =>
    personId === props.room.me ? t().you : displayName;
  return (
    <>
      <Show when={props.hosts.log.keptOut.length > 0}>
        <PeopleGroup id="people-kept-out" title={t().keptOut(props.hosts.log.keptOut.length)}>
          <ul>
            <For each={props.hosts.log.keptOut}>
              {(kept) => (
                <PersonRow personId={kept.personId} name={kept.displayName} about={about(kept)}>
                  <Button size="small" onClick={() => letIn(kept)}>
                    {t().letIn}
                    <span class="visually-hidden"> {kept.displayName}</span>
                  </Button>
                </PersonRow>
              )}
            </For>
          </ul>
        </PeopleGroup>
      </Show>
      <PeopleGroup id="hosts-log" title={t().log}>
        <p class={styles.quiet}>{t().logAbout}</p>
        <Button
          ref={showLog}
          class={styles.press}
          size="small"
          aria-expanded={open()}
          onClick={() => {
            setOpen(!open());
            if (open()) void props.hosts.refresh();
          }}
        >
          {open() ? t().hideLog : t().showLog}
        </Button>
        <Show when={open()}>
          <LogList me={props.room.me} hosts={props.hosts} />
        </Show>
      </PeopleGroup>
    </>
  );
}
