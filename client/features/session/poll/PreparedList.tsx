import { createUniqueId, For, Show } from 'solid-js';
import type { PreparedPoll } from '#shared/features/session/poll/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './PreparedList.module.css';
import type { PreparedPolls } from './prepared-polls.ts';
import { words } from './words.ts';

/** What stands ready, each to be taken away, and in the session to be asked by one press. */
export function PreparedList(props: {
  readonly prepared: PreparedPolls;
  readonly onAsk?: (poll: PreparedPoll) => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  let list!: HTMLElement;
  const about = ({ occasion, form, named }: PreparedPoll) =>
    [
      t().occasions[occasion],
      t().kinds[form.kind].toLowerCase(),
      t().seenBy[named ? 'named' : 'anonymous'].name.toLowerCase(),
    ].join(', ');
  const drop = async (poll: PreparedPoll) => {
    await props.prepared.drop(poll.id);
    // What was pressed is gone with its row.
    list.focus();
  };
  return (
    <section ref={list} class={styles.prepared} aria-labelledby={id} tabindex="-1">
      <Show when={props.prepared.polls().length > 0}>
        <h3 id={id}>{t().prepared.title}</h3>
        <ul>
          <For each={props.prepared.polls()}>
            {(poll) => (
              <li class={styles.poll}>
                <div>
                  <p class={styles.question} lang={PROGRAMME_LANGUAGE}>
                    {poll.question}
                  </p>
                  <p class={styles.quiet}>{about(poll)}</p>
                </div>
                <div class={styles.ways}>
                  <Button look="quiet" size="small" onClick={() => void drop(poll)}>
                    {t().remove}
                    <span class="visually-hidden"> «{poll.question}»</span>
                  </Button>
                  <Show when={props.onAsk}>
                    {(ask) => (
                      <Button size="small" onClick={() => ask()(poll)}>
                        {t().begin}
                        <span class="visually-hidden"> «{poll.question}»</span>
                      </Button>
                    )}
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.prepared.problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
    </section>
  );
}
