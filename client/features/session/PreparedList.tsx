import { createUniqueId, type JSX, Show } from 'solid-js';
import { PROGRAMME_LANGUAGE } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyedList } from '../../ui/KeyedList.tsx';
import styles from './PreparedList.module.css';

/** What teachers have made ready, a row each: to be taken away, and what else can be done with it. */
export function PreparedList<Item extends { readonly id: string }>(props: {
  readonly title: string;
  readonly items: readonly Item[];
  readonly nameOf: (item: Item) => string;
  readonly aboutOf: (item: Item) => string;
  readonly remove: string;
  readonly onRemove: (item: Item) => Promise<void>;
  /** Asked once for each row, which stands while what it is of is changed. */
  readonly ways?: (item: () => Item) => JSX.Element;
  readonly problem: string | undefined;
}) {
  const id = createUniqueId();
  let list!: HTMLElement;
  const remove = async (item: Item) => {
    await props.onRemove(item);
    // What was pressed is gone with its row.
    list.focus();
  };
  return (
    <section ref={list} class={styles.prepared} aria-labelledby={id} tabindex="-1">
      <Show when={props.items.length > 0}>
        <h3 id={id}>{props.title}</h3>
        <ul>
          <KeyedList each={props.items} keyOf={({ id }) => id}>
            {(item) => (
              <li class={styles.item}>
                <div>
                  <p class={styles.name} lang={PROGRAMME_LANGUAGE}>
                    {props.nameOf(item())}
                  </p>
                  <p class={styles.quiet}>{props.aboutOf(item())}</p>
                </div>
                <div class={styles.ways}>
                  <Button look="quiet" size="small" onClick={() => void remove(item())}>
                    {props.remove}
                    <span class="visually-hidden"> «{props.nameOf(item())}»</span>
                  </Button>
                  {props.ways?.(item)}
                </div>
              </li>
            )}
          </KeyedList>
        </ul>
      </Show>
      <Show when={props.problem}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
    </section>
  );
}
