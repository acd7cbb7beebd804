import type { JSX } from 'solid-js';
import { RightsPage } from '../features/admin/rights/RightsPage.tsx';
import { LanguageChoice } from '../features/identity/LanguageChoice.tsx';
import { AccessibilityPage } from '../features/own-data/accessibility/AccessibilityPage.tsx';
import { PrivacyPage } from '../features/own-data/privacy/PrivacyPage.tsx';
import { useWords } from '../platform/language.ts';
import { Mark } from '../ui/Mark.tsx';
import { Corner } from './Corner.tsx';
import styles from './OpenPages.module.css';
import { words } from './words.ts';

/** `/personvern` */
export function Privacy() {
  return (
    <OpenPage>
      <PrivacyPage />
    </OpenPage>
  );
}

/** `/tilgjengelighet` */
export function Accessibility() {
  return (
    <OpenPage>
      <AccessibilityPage />
    </OpenPage>
  );
}

/** `/hvem-ser-hva` */
export function Rights() {
  return (
    <OpenPage>
      <RightsPage />
    </OpenPage>
  );
}

/** A page that anybody may read, signed in or not: nobody is asked who they are. */
function OpenPage(props: { readonly children: JSX.Element }) {
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
