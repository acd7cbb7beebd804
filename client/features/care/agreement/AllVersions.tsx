import { createSignal, For, Show } from 'solid-js';
import type { AgreementVersion } from '#shared/features/care/agreement/model.ts';
import { agreementVersions } from '#shared/features/care/agreement/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { fullDate } from '../../../platform/dates.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './Agreement.module.css';
import { words } from './words.ts';

/** All that has stood there, the latest first. */
export function AllVersions(props: { readonly sessionId: SessionId }) {
  const t = useWords(words);
  const query = createQuery(agreementVersions, () => ({ sessionId: props.sessionId }));
  const [earlier, setEarlier] = createSignal<readonly AgreementVersion[]>([]);
  const [more, setMore] = createSignal<boolean>();
  const all = () => [...(query.value()?.versions ?? []), ...earlier()];
  const hasMore = () => more() ?? query.value()?.more ?? false;
  const showEarlier = async () => {
    const before = all().at(-1)?.version;
    if (before === undefined) return;
    const { sessionId } = props;
    const asked = await askOverHttp(agreementVersions, { sessionId, before });
    if (!asked.ok) return query.refetch();
    setEarlier((shown) => [...shown, ...asked.value.versions]);
    setMore(asked.value.more);
  };
  return (
    <>
      <Show when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['line', 'line']} />
      </Show>
      <ol class={styles.versions} reversed>
        <For each={all()}>
          {(one, at) => (
            <li>
              <h3>
                {t().version(one.version)}
                <Show when={at() === 0}>
                  <span class={styles.now}>{t().now}</span>
                </Show>
              </h3>
              <p class={styles.quiet}>{t().by(fullDate(language(), one.at), one.by)}</p>
              <p class={styles.text} lang={PROGRAMME_LANGUAGE}>
                {one.text}
              </p>
            </li>
          )}
        </For>
      </ol>
      <Show when={hasMore()}>
        <p>
          <Button size="small" onClick={() => void showEarlier()}>
            {t().earlier}
          </Button>
        </p>
      </Show>
    </>
  );
}
