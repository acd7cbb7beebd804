import { For, type JSX, Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { words } from './words.ts';
import styles from './Year.module.css';

/** One part of the year: what is there, each to be changed, and a way to add to it. */
export function Part<Item>(props: {
  readonly title: string;
  readonly id: string;
  readonly about?: JSX.Element;
  readonly add: {
    readonly label: string;
    readonly said?: string;
    readonly press: () => void;
  } | null;
  readonly items: readonly Item[];
  readonly row: (item: Item) => {
    readonly name: string;
    readonly about: string;
    readonly open: () => void;
  };
  readonly none: string;
}) {
  const t = useWords(words);
  return (
    <section class={styles.part} aria-labelledby={props.id}>
      <header class={styles.top}>
        <div>
          <h2 id={props.id}>{props.title}</h2>
          <Show when={props.about}>
            <p class={styles.quiet}>{props.about}</p>
          </Show>
        </div>
        <Show when={props.add}>
          {(add) => (
            <Button size="small" icon={plusIcon} aria-label={add().said} onClick={add().press}>
              {add().label}
            </Button>
          )}
        </Show>
      </header>
      <Show when={props.items.length > 0} fallback={<p class={styles.quiet}>{props.none}</p>}>
        <RowList labelledBy={props.id}>
          <For each={props.items.map(props.row)}>
            {({ name, about, open }) => (
              <Row
                name={<span lang={PROGRAMME_LANGUAGE}>{name}</span>}
                about={about}
                after={
                  <Button size="small" look="quiet" aria-label={t().change(name)} onClick={open}>
                    {t().changeShort}
                  </Button>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
    </section>
  );
}
