import { Match, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ChatHead.module.css';
import type { ChatExport } from './export.ts';
import { words } from './export-words.ts';

/** How far the chat is on its way out, or why it did not come; nothing while nobody asks for it. */
export function ExportStrip(props: { readonly export: ChatExport }) {
  const t = useWords(words);
  const fetching = () => {
    const now = props.export.state();
    return now.status === 'fetching' && now.total > 0 ? now : undefined;
  };
  const failed = () => {
    const now = props.export.state();
    return now.status === 'failed' ? now : undefined;
  };
  return (
    <Switch>
      <Match when={fetching()}>
        {(now) => (
          <div class={styles.strip}>
            <p>{t().fetching(now().done, now().total)}</p>
            <progress
              max={now().total}
              value={now().done}
              aria-label={t().fetching(now().done, now().total)}
            />
            <Button look="quiet" size="small" onClick={props.export.cancel}>
              {t().cancel}
            </Button>
          </div>
        )}
      </Match>
      <Match when={failed()}>
        {(now) => (
          <div class={styles.strip}>
            <p role="alert">{now().isOffline ? t().offline : t().failed}</p>
            <Button size="small" onClick={props.export.start}>
              {t().tryAgain}
            </Button>
            <Button look="quiet" size="small" onClick={props.export.cancel}>
              {t().cancel}
            </Button>
          </div>
        )}
      </Match>
    </Switch>
  );
}
