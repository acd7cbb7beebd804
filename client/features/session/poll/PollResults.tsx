import { createMemo, Index, Show } from 'solid-js';
import type { Poll, PollTotals } from '#shared/features/session/poll/model.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import styles from './PollResults.module.css';
import { type ResultRow, resultRows } from './results.ts';
import { words } from './words.ts';

/** What was answered, as all may see it: bars and figures for the eye and the same as a table to be read, or the words. */
export function PollResults(props: { readonly poll: Poll; readonly sum: string }) {
  const t = useWords(words);
  return (
    <section class={styles.results} aria-labelledby="poll-results">
      <h3 id="poll-results" tabindex="-1">
        {t().results}
      </h3>
      <p class={styles.quiet}>{props.sum}</p>
      <PollAnswers poll={props.poll} />
    </section>
  );
}

type Held = Pick<Poll, 'form' | 'totals'>;

/** The answers alone, under whatever heading they stand. */
export function PollAnswers(props: {
  readonly poll: Held;
  /** What is said of an option beside how many chose it, as that it is right. */
  readonly markOf?: (nth: number) => string | undefined;
}) {
  const t = useWords(words);
  return (
    <Show when={props.poll.totals} fallback={<p>{t().tooFew}</p>}>
      {(totals) => (
        <Show when={props.poll.form.kind !== 'text'} fallback={<OwnWords texts={totals().texts} />}>
          <div class={styles.counted}>
            <Counted poll={props.poll} totals={totals()} markOf={props.markOf} />
          </div>
        </Show>
      )}
    </Show>
  );
}

function Counted(props: {
  readonly poll: Held;
  readonly totals: PollTotals;
  readonly markOf: ((nth: number) => string | undefined) | undefined;
}) {
  const t = useWords(words);
  const rows = createMemo(() => resultRows(props.poll, props.totals));
  const figure = ({ count, percent }: ResultRow) =>
    count === null ? t().few : `${count} (${t().share(percent ?? 0)})`;
  return (
    <>
      <ul class={styles.bars} aria-hidden="true">
        <Index each={rows()}>
          {(row, nth) => (
            <li class={styles.row}>
              <span class={styles.option} lang={PROGRAMME_LANGUAGE}>
                {row().means ? t().stepIs(Number(row().option), row().means) : row().option}
                <Mark text={props.markOf?.(nth)} />
              </span>
              <span class={styles.figure}>{figure(row())}</span>
              <span class={styles.track}>
                <span class={styles.bar} style={{ width: `${row().length}%` }} />
              </span>
            </li>
          )}
        </Index>
      </ul>
      <div class="visually-hidden">
        <table>
          <caption>{t().results}</caption>
          <thead>
            <tr>
              <th scope="col">{t().table.answer}</th>
              <th scope="col">{t().table.count}</th>
              <th scope="col">{t().table.share}</th>
            </tr>
          </thead>
          <tbody>
            <Index each={rows()}>
              {(row, nth) => (
                <tr>
                  <th scope="row" lang={PROGRAMME_LANGUAGE}>
                    {row().option}
                    <Show when={row().means}> ({row().means})</Show>
                    <Mark text={props.markOf?.(nth)} />
                  </th>
                  <td>{row().count ?? t().few}</td>
                  <td>
                    <Show when={row().count !== null} fallback={t().noShare}>
                      {t().share(row().percent ?? 0)}
                    </Show>
                  </td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </div>
      <Show when={props.poll.form.kind === 'many'}>
        <p class={styles.quiet}>{t().ofAnswers}</p>
      </Show>
    </>
  );
}

function Mark(props: { readonly text: string | undefined }) {
  return (
    <Show when={props.text}>
      {(text) => (
        <span class={styles.mark} lang={language()}>
          <Icon path={checkIcon} small /> {text()}
        </span>
      )}
    </Show>
  );
}

function OwnWords(props: { readonly texts: readonly string[] }) {
  return (
    <ul class={styles.texts}>
      <Index each={props.texts}>{(text) => <li>{text()}</li>}</Index>
    </ul>
  );
}
