import { createSignal, onCleanup, Show } from 'solid-js';
import type { AgreementVersion } from '#shared/features/care/agreement/model.ts';
import { agreementVersions } from '#shared/features/care/agreement/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { fullDate } from '../../../platform/dates.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import styles from './Agreement.module.css';
import { words } from './words.ts';

/** What those of a session had agreed on when it was over. Shows nothing where there was nothing, or to whoever may not read it. */
export function AgreementThen(props: { readonly sessionId: SessionId; readonly at: number }) {
  const t = useWords(words);
  const [stood, setStood] = createSignal<AgreementVersion>();
  const [failed, setFailed] = createSignal(false);
  let over = false;
  onCleanup(() => {
    over = true;
  });

  async function find(): Promise<void> {
    setFailed(false);
    const { sessionId, at } = props;
    let before: number | undefined;
    for (;;) {
      const page = await askOverHttp(agreementVersions, {
        sessionId,
        ...(before !== undefined && { before }),
      });
      if (over) return;
      if (!page.ok) return void setFailed(page.refusal !== 'not-found');
      const found = page.value.versions.find((version) => version.at <= at);
      if (found || !page.value.more) return void setStood(found);
      before = page.value.versions.at(-1)?.version;
    }
  }
  void find();
  return (
    <Show when={stood() || failed()}>
      <section class={styles.agreement} aria-labelledby="agreement">
        <h2 id="agreement">{t().title}</h2>
        <Show
          when={stood()}
          fallback={
            <FailedLine
              what={t().couldNotFetch}
              tryAgain={t().tryAgain}
              onTryAgain={() => void find()}
            />
          }
        >
          {(version) => (
            <>
              <p class={styles.text} lang={PROGRAMME_LANGUAGE}>
                {version().text}
              </p>
              <p class={styles.quiet}>{t().by(fullDate(language(), version().at), version().by)}</p>
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}
