import { createSignal, Show } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { createHostsLog } from '../moderation/hosts-log.ts';
import { LogList } from '../moderation/LogList.tsx';
import { words } from '../moderation/words.ts';
import styles from './Afterwards.module.css';

/** What hosts did in the session, for hosts: behind a press, as in the room. */
export function LogAfterwards(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const t = useWords(words);
  const [shown, setShown] = createSignal(false);
  return (
    <section aria-labelledby="hosts-log">
      <h2 id="hosts-log">{t().log}</h2>
      <p class={styles.quiet}>{t().logAbout}</p>
      <p class={styles.ways}>
        <Button size="small" aria-expanded={shown()} onClick={() => setShown(!shown())}>
          {shown() ? t().hideLog : t().showLog}
        </Button>
      </p>
      <Show when={shown()}>
        <Entries {...props} />
      </Show>
    </section>
  );
}

function Entries(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const hosts = createHostsLog({ sessionId: props.sessionId }, () => 0);
  return <LogList me={props.me} hosts={hosts} />;
}
