import { createSignal, For, Show } from 'solid-js';
import { useWords } from '../platform/language.ts';
import { createReturnFocus } from '../platform/return-focus.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import styles from './UnsentQuestion.module.css';
import { words } from './words.ts';

/** Signing out erases what was never sent (docs/promises.md §1): asked first, with the texts to copy. */
export function UnsentQuestion(props: {
  /** What would be erased; undefined while nothing is asked. An unsent call without words counts, and shows none. */
  texts: readonly string[] | undefined;
  onStay: () => void;
  onLeave: () => void;
}) {
  const t = useWords(words);
  createReturnFocus(() => props.texts !== undefined);
  const [copied, setCopied] = createSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText((props.texts ?? []).join('\n\n'));
    setCopied(true);
  };
  return (
    <Sheet
      open={props.texts !== undefined}
      onOpenChange={(open) => !open && props.onStay()}
      title={t().unsent}
      closeLabel={t().close}
    >
      <p>{t().unsentAbout}</p>
      <Show when={(props.texts ?? []).length > 0}>
        <section class={styles.texts} tabindex="0" aria-label={t().unsentTexts}>
          <For each={props.texts}>{(text) => <blockquote>{text}</blockquote>}</For>
        </section>
      </Show>
      <p class={styles.ways}>
        <Button look="filled" onClick={props.onStay}>
          {t().stay}
        </Button>
        <Show when={(props.texts ?? []).length > 0}>
          <Button onClick={copy}>{copied() ? t().copied : t().copyTexts}</Button>
        </Show>
        <Button look="quiet" danger onClick={props.onLeave}>
          {t().signOutAnyway}
        </Button>
      </p>
    </Sheet>
  );
}
