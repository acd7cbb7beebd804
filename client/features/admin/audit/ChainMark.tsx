import { Match, Switch } from 'solid-js';
import { auditChain } from '#shared/features/audit/queries.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import styles from './Audit.module.css';
import { words } from './words.ts';

/** Whether the whole log is as it was written, and the mark of its last line. */
export function ChainMark() {
  const t = useWords(words);
  const query = createQuery(auditChain, () => ({}));
  const broken = () => query.value()?.brokenAt ?? undefined;
  return (
    <Switch>
      <Match when={query.state().status === 'loading'}>
        <p class={styles.about}>{t().checking}</p>
      </Match>
      <Match when={broken()}>
        {(seq) => (
          <p class={styles.broken} role="alert">
            {t().broken(seq())}
          </p>
        )}
      </Match>
      <Match when={query.value()}>
        {(chain) => (
          <div>
            <p>{t().whole(chain().lines)}</p>
            <p class={styles.mark}>
              {t().lastHash}: <code>{chain().lastHash}</code>
            </p>
            <p class={styles.about}>{t().lastHashAbout}</p>
          </div>
        )}
      </Match>
    </Switch>
  );
}
