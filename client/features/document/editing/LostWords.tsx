import { createEffect, createSignal, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import type { RefusedWords } from '../../../platform/refused-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { longWord } from '../../../ui/long-word.ts';
import styles from './LostWords.module.css';
import { words } from './words.ts';

/** What somebody wrote and the document did not take, to be copied out. It stays until they are done with it. */
export function LostWords(props: {
  readonly lost: RefusedWords | undefined;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const [copied, setCopied] = createSignal(false);
  createEffect(() => {
    if (!props.lost) return;
    setCopied(false);
    announce(`${t().lostTitle} ${t().lost[props.lost.why]}`);
  });
  async function copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t().copied);
  }
  return (
    <Show when={props.lost}>
      {(lost) => (
        <section class={styles.lost} aria-label={t().yourWords}>
          <p>
            <strong>{t().lostTitle}</strong> {t().lost[lost().why]}
          </p>
          {/* Focusable, so that a long text can be read through with the keyboard. */}
          <blockquote class={styles.words} tabindex="0" data-long-word={longWord(lost().words)}>
            {lost().words}
          </blockquote>
          <p class={styles.ways}>
            <Button onClick={() => copy(lost().words)}>
              {copied() ? t().copied : t().copyWords}
            </Button>
            <Button look="quiet" onClick={() => props.onDone()}>
              {t().dropWords}
            </Button>
          </p>
        </section>
      )}
    </Show>
  );
}
