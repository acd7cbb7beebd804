import { useFailedWords } from '../../platform/failed-words.ts';
import { useWords } from '../../platform/language.ts';
import type { LiveQuery } from '../../platform/query.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { words } from './words.ts';

/** What a page says that has nothing to show, for it could not be fetched. */
export function Failed(props: { readonly query: LiveQuery<unknown> }) {
  const t = useWords(words);
  const said = useFailedWords(props.query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  return (
    <ErrorState
      title={said().title}
      action={<Button onClick={props.query.refetch}>{t().tryAgain}</Button>}
    >
      {said().about}
    </ErrorState>
  );
}
