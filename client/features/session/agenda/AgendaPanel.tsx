import { createSignal, Show } from 'solid-js';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedful } from '../../../ui/heed.ts';
import { AgendaEditor } from './AgendaEditor.tsx';
import styles from './AgendaPanel.module.css';
import { AgendaThread } from './AgendaThread.tsx';
import type { AgendaStore } from './agenda-store.ts';
import type { PlannedItem } from './agenda-time.ts';
import { words as editingWords } from './editing-words.ts';
import { ItemText } from './ItemText.tsx';
import { words } from './words.ts';

type AgendaProps = { readonly agenda: AgendaStore; readonly steers: boolean };

/** The whole agenda, to be read; or for whoever steers, to be changed. */
export function AgendaPanel(props: AgendaProps) {
  const t = useWords(editingWords);
  const { editing } = props.agenda;
  let change: HTMLButtonElement | undefined;
  const isChanging = () => props.steers && editing.isOn();
  return (
    <Show
      when={isChanging()}
      fallback={
        <>
          <Plan {...props} />
          <Show when={props.steers}>
            <Button
              ref={change}
              look="quiet"
              size="small"
              class={styles.ask}
              onClick={() => editing.setOn(true)}
            >
              {t().edit}
            </Button>
          </Show>
        </>
      }
    >
      <AgendaEditor
        editing={editing}
        onDone={() => {
          editing.setOn(false);
          change?.focus();
        }}
      />
    </Show>
  );
}

/** With what one does now. Whoever steers can go to any item, forward or back. How it was planned is shown when asked for. */
function Plan(props: AgendaProps) {
  const t = useWords(words);
  const [asked, setAsked] = createSignal(false);
  return (
    <Show when={props.agenda.items().length > 0} fallback={<p>{t().noAgenda}</p>}>
      <AgendaThread
        agenda={props.agenda}
        after={(item, planned) => (
          <UnderItem {...props} item={item} planned={planned()} showsPlan={asked()} />
        )}
      />
      <Button look="quiet" size="small" class={styles.ask} onClick={() => setAsked(!asked())}>
        {asked() ? t().hidePlanned : t().showPlanned}
      </Button>
    </Show>
  );
}

function UnderItem(
  props: AgendaProps & {
    readonly item: AgendaItem;
    readonly planned: PlannedItem | undefined;
    readonly showsPlan: boolean;
  },
) {
  const t = useWords(words);
  const currentId = () => props.agenda.current()?.item.id;
  const go = heedful(currentId, () => props.agenda.stepTo(props.item.id));
  const isNow = () => props.planned?.phase === 'now';
  const canGo = () => props.steers && !isNow();
  const about = () => {
    if (!isNow()) return '';
    return props.item.about || (props.item.kind === 'pause' ? t().nothingWritten.pause : '');
  };
  return (
    <>
      <Show when={about()}>
        {(words) => (
          <div class={styles.about}>
            <ItemText text={words()} />
          </div>
        )}
      </Show>
      <Show when={props.showsPlan && props.planned}>
        {(planned) => (
          <span class={styles.planned}>
            {t().planned(
              clockTime(planned().startsAt),
              lengthOfMinutes(language(), props.item.minutes),
            )}
          </span>
        )}
      </Show>
      <Show when={canGo()}>
        <Button look="quiet" size="small" class={styles.go} {...go}>
          {t().goHere}
          <span class="visually-hidden"> {t().goHereTo(props.item.title)}</span>
        </Button>
      </Show>
    </>
  );
}
