import { For } from 'solid-js';
import {
  chooseLanguage,
  type Language,
  language,
  languages,
  useWords,
} from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './LanguageChoice.module.css';
import { words } from './words.ts';

/** Each language is named in itself, so that the one who needs it can read it. */
export const languageNames: Record<Language, string> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
};

/** The three languages as a row of buttons, for the page where there is no account menu yet. */
export function LanguageChoice() {
  const t = useWords(words);
  return (
    <fieldset class={styles.choice}>
      <legend class="visually-hidden">{t().language}</legend>
      <For each={languages}>
        {(one) => (
          <Button
            look="quiet"
            size="small"
            lang={one}
            class={styles.language}
            aria-pressed={language() === one}
            onClick={() => chooseLanguage(one)}
          >
            {languageNames[one]}
          </Button>
        )}
      </For>
    </fieldset>
  );
}
