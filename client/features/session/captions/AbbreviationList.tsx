import { createSignal, For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from './AbbreviationList.module.css';
import { ABBREVIATIONS_MAX, faultIn, LONG_MAX, SHORT_MAX } from './abbreviations.ts';
import type { CaptionWriter } from './caption-writer.ts';
import { words } from './words.ts';

/** One's own short forms: added, changed and taken away one by one. */
export function AbbreviationList(props: { readonly writer: CaptionWriter }) {
  const t = useWords(words);
  const [short, setShort] = createSignal('');
  const [long, setLong] = createSignal('');
  const [fault, setFault] = createSignal<keyof ReturnType<typeof t>['faults']>();
  let first: HTMLInputElement | undefined;
  let second: HTMLInputElement | undefined;
  const all = () =>
    [...props.writer.abbreviations()].toSorted(([one], [other]) => one.localeCompare(other, 'nb'));
  const shortFault = () => (fault() === 'no-long' ? undefined : fault());

  function add(event: Event): void {
    event.preventDefault();
    const isNew = !props.writer.abbreviations().has(short().trim().toLowerCase());
    const isFull = isNew && props.writer.abbreviations().size >= ABBREVIATIONS_MAX;
    const wrong = faultIn(short(), long()) ?? (isFull ? 'full' : undefined);
    setFault(wrong);
    if (wrong) {
      (wrong === 'no-long' ? second : first)?.focus();
      return;
    }
    props.writer.add(short(), long());
    announce(t().added(short().trim()));
    setShort('');
    setLong('');
    first?.focus();
  }
  function change([before, after]: readonly [string, string]): void {
    setShort(before);
    setLong(after);
    setFault(undefined);
    second?.focus();
  }
  function remove(gone: string): void {
    props.writer.remove(gone);
    announce(t().removed(gone));
    first?.focus();
  }
  const said = (which: keyof ReturnType<typeof t>['faults'] | undefined) =>
    which && t().faults[which];
  return (
    <>
      <p class={styles.about}>{t().abbreviationsAbout}</p>
      <form class={styles.form} onSubmit={add} novalidate>
        <Field
          ref={(input) => {
            first = input;
          }}
          label={t().short}
          error={said(shortFault())}
          maxlength={SHORT_MAX}
          autocomplete="off"
          autocapitalize="none"
          value={short()}
          onInput={(event) => setShort(event.currentTarget.value)}
        />
        <Field
          ref={(input) => {
            second = input;
          }}
          label={t().long}
          error={said(fault() === 'no-long' ? 'no-long' : undefined)}
          maxlength={LONG_MAX}
          autocomplete="off"
          autocapitalize="none"
          value={long()}
          onInput={(event) => setLong(event.currentTarget.value)}
        />
        <Button type="submit" look="filled">
          {t().add}
        </Button>
      </form>
      <Show when={all().length > 0} fallback={<p class={styles.about}>{t().noAbbreviations}</p>}>
        <ul class={styles.list}>
          <For each={all()}>
            {(pair) => (
              <li>
                <span>
                  <b>{pair[0]}</b> {pair[1]}
                </span>
                <Button
                  look="quiet"
                  size="small"
                  aria-label={t().edit(pair[0])}
                  onClick={() => change(pair)}
                >
                  {t().editWord}
                </Button>
                <Button
                  look="quiet"
                  size="small"
                  aria-label={t().remove(pair[0])}
                  onClick={() => remove(pair[0])}
                >
                  {t().removeWord}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
