import { useWords } from '../../../platform/language.ts';
import { words } from './words.ts';

/** How many ask for a slower pace just now. Who they are, nobody knows. */
export function Slower(props: { readonly count: number }) {
  const t = useWords(words);
  return (
    <p>
      {t().wantSlower(props.count)} {t().lastMinute}
    </p>
  );
}
