import type { JSX } from 'solid-js';
import { LanguageChoice } from '../features/identity/LanguageChoice.tsx';
import { useWords } from '../platform/language.ts';
import { Mark } from '../ui/Mark.tsx';
import { Corner } from './Corner.tsx';
import styles from './OpenPage.module.css';
import { words } from './words.ts';

/** A page that anybody may read, signed in or not: nobody is asked who they are. */
export function OpenPage(props: { readonly children: JSX.Element }) {
  const t = useWords(words);
  return (
    <div class={styles.page}>
      <header>
        <a class={styles.mark} href="/" aria-label={t().toNow}>
          <Mark />
          Mellom
        </a>
      </header>
      <main class={styles.main} id="content">
        {props.children}
      </main>
      <footer class={styles.foot}>
        <Corner where="foot" />
        <LanguageChoice />
      </footer>
    </div>
  );
}
