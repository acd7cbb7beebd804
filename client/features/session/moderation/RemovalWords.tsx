import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import styles from './RemovalWords.module.css';
import { words } from './words.ts';

/** What a teacher said to whoever was taken out, as it was written; where nothing was, why it mostly is. */
export function RemovalWords(props: { readonly by: string; readonly words: string }) {
  const t = useWords(words);
  return (
    <Show when={props.words} fallback={<p>{t().out.noWords}</p>}>
      <p>{t().out.saidToYou(props.by)}</p>
      <blockquote class={styles.words}>{props.words}</blockquote>
    </Show>
  );
}
