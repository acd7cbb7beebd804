import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedful } from '../../../ui/heed.ts';
import styles from './AgendaPanel.module.css';
import { AgendaThread } from './AgendaThread.tsx';
import type { AgendaStore } from './agenda-store.ts';
import { words } from './words.ts';

/** The whole agenda. Whoever steers can go to any item, forward or back. */
export function AgendaPanel(props: { readonly agenda: AgendaStore; readonly steers: boolean }) {
  const t = useWords(words);
  const currentId = () => props.agenda.current()?.item.id;
  return (
    <Show when={props.agenda.items().length > 0} fallback={<p>{t().noAgenda}</p>}>
      <AgendaThread
        agenda={props.agenda}
        after={(item, phase) => {
          const go = heedful(currentId, () => props.agenda.stepTo(item.id));
          return (
            <div class={styles.under}>
              <span>{t().minutes(item.minutes)}</span>
              <Show when={props.steers && phase() !== 'now'}>
                <Button look="quiet" size="small" class={styles.go} {...go}>
                  {t().goHere}
                  <span class="visually-hidden"> {t().goHereTo(item.title)}</span>
                </Button>
              </Show>
            </div>
          );
        }}
      />
    </Show>
  );
}
