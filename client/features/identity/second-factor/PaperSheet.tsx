import { For, onMount } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { saveAsFile } from '../../../platform/save-file.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './SecondFactors.module.css';
import { words } from './words.ts';

/** The codes for paper, this once. */
export function PaperSheet(props: { codes: readonly string[]; onKept: () => void }) {
  const t = useWords(words);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  const save = () => {
    const text = `${t().fileHead}\r\n\r\n${props.codes.join('\r\n')}\r\n`;
    saveAsFile(`${t().fileName}.txt`, text, 'text/plain;charset=utf-8');
  };
  return (
    <section class={`${styles.kind} ${styles.sheet}`}>
      <h3 ref={heading} tabindex="-1">
        {t().sheetTitle}
      </h3>
      <p>{t().sheetAbout}</p>
      <ul class={styles.codes}>
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <p class={styles.ways}>
        <Button onClick={() => window.print()}>{t().print}</Button>
        <Button onClick={save}>{t().saveFile}</Button>
        <Button look="filled" onClick={() => props.onKept()}>
          {t().sheetKept}
        </Button>
      </p>
    </section>
  );
}
