import { useFailedWords } from '../../../platform/failed-words.ts';
import { useWords } from '../../../platform/language.ts';
import type { LiveQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { words } from './words.ts';

/** A form that could not be fetched, or of a session that is not there for whoever asks. */
export function FailedPage(props: { readonly query: LiveQuery<unknown> }) {
  const t = useWords(words);
  const isUnknown = () => {
    const now = props.query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  const said = useFailedWords(props.query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  return (
    <ErrorState
      title={isUnknown() ? t().unknown : said().title}
      action={
        isUnknown() ? (
          <LinkButton href="/kalender">{t().toCalendar}</LinkButton>
        ) : (
          <Button onClick={props.query.refetch}>{t().tryAgain}</Button>
        )
      }
    >
      {isUnknown() ? t().unknownAbout : said().about}
    </ErrorState>
  );
}
