import { useWords } from '../../platform/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon } from '../../ui/icons.ts';
import styles from './Assignment.module.css';
import { words } from './words.ts';

/** "Levert", in moss, with the word for it; late is said, and not coloured as danger. */
export function HandedInMark(props: { readonly late: boolean }) {
  const t = useWords(words);
  return (
    <span class={styles.mark}>
      <Icon path={checkIcon} />
      {props.late ? t().handedInLate : t().handedIn}
    </span>
  );
}
