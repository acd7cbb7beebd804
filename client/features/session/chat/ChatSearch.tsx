import { For, onMount, Show } from 'solid-js';
import { clockTime, daysBetween, longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Snippet } from '../../../ui/Snippet.tsx';
import type { RosterStore } from '../roster/roster-store.ts';
import styles from './ChatSearch.module.css';
import type { ChatSearch, MessageHit } from './search.ts';
import { words } from './search-words.ts';

/** Lies over the messages: a field, and what was found. A hit leads to its message. */
export function ChatSearchPart(props: {
  readonly search: ChatSearch;
  readonly roster: RosterStore;
  /** On the way to a hit. */
  readonly going: boolean;
  /** Why the last hit did not lead anywhere. */
  readonly trouble: string | undefined;
  readonly onGo: (hit: MessageHit) => void;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  let part: HTMLElement | undefined;
  const count = () => {
    const answer = props.search.answer();
    if (!answer) return '';
    const { hits, more } = answer;
    return more ? t().foundMore(hits.length) : t().found(hits.length);
  };
  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // The sheet around stays: it is the next Escape that shuts it.
    event.preventDefault();
    event.stopPropagation();
    props.onClose();
  }
  onMount(() => part?.querySelector('input')?.focus());
  return (
    <search ref={part} class={styles.search} onKeyDown={pressed}>
      <div class={styles.top}>
        <div class={styles.field}>
          <Field
            type="search"
            label={t().label}
            maxlength={200}
            autocomplete="off"
            value={props.search.text()}
            onInput={(event) => props.search.write(event.currentTarget.value)}
          />
        </div>
        <Button look="quiet" size="small" onClick={props.onClose}>
          {t().close}
        </Button>
      </div>
      <section
        class={styles.results}
        aria-label={t().label}
        aria-busy={props.search.status() === 'asking'}
      >
        <Show when={props.search.status() === 'not-asked'}>
          <p class={styles.quiet}>{t().about}</p>
        </Show>
        <Show when={props.search.status() === 'failed'}>
          <p role="alert">{t().failed}</p>
          <Button size="small" onClick={props.search.askAgain}>
            {t().tryAgain}
          </Button>
        </Show>
        <Show when={props.going}>
          <p class={styles.quiet} role="status">
            {t().going}
          </p>
        </Show>
        <Show when={props.trouble}>{(says) => <p role="alert">{says()}</p>}</Show>
        <Show
          when={props.search.answer()}
          fallback={
            <Show when={props.search.status() === 'asking'}>
              <p class={styles.quiet}>{t().searching}</p>
            </Show>
          }
        >
          {(answer) => (
            <>
              <p class={styles.quiet}>{count()}</p>
              <Show when={answer().hits.length === 0}>
                <p class={styles.quiet}>{t().nothing}</p>
              </Show>
              <ol>
                <For each={answer().hits}>
                  {(hit) => (
                    <li>
                      <button
                        type="button"
                        class={styles.hit}
                        disabled={props.going}
                        onClick={() => props.onGo(hit)}
                      >
                        <Hit hit={hit} roster={props.roster} />
                      </button>
                    </li>
                  )}
                </For>
              </ol>
            </>
          )}
        </Show>
      </section>
    </search>
  );
}

function Hit(props: { readonly hit: MessageHit; readonly roster: RosterStore }) {
  const when = () => {
    const { at } = props.hit;
    const time = clockTime(at);
    return daysBetween(at, serverNow()) === 0 ? time : `${longDate(language(), at)} ${time}`;
  };
  return (
    <>
      <span class={styles.head}>
        <b>{props.roster.nameOf(props.hit.by, props.hit.byName)}</b>{' '}
        {props.roster.guestMark(props.hit.by)} <time>{when()}</time>
      </span>
      <span class={styles.text} lang={props.hit.lang ?? undefined}>
        <Snippet parts={props.hit.snippet} />
      </span>
    </>
  );
}
