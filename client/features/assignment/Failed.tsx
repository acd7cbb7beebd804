import { useFailedWords } from '../../platform/failed-words.ts';
import { useWords } from '../../platform/language.ts';
import type { LiveQuery } from '../../platform/query.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { words } from './words.ts';

/** Why a page has nothing to show: it is not there for this person, or it could not be fetched. */
export function Failed(props: { readonly query: LiveQuery<unknown>; readonly level?: 1 | 2 }) {
  const t = useWords(words);
  const failure = () => {
    const now = props.query.state();
    return now.status === 'failed' ? now : undefined;
  };
  const isGone = () => ['not-found', 'bad-input'].includes(failure()?.refusal ?? '');
  const said = useFailedWords(props.query.state, () =>
    isGone()
      ? { title: t().gone, about: t().goneAbout }
      : { title: t().couldNotFetch, about: t().couldNotFetchAbout },
  );
  const incident = () => {
    const id = failure()?.incident;
    return id ? { id, copyLabel: t().copyIncident, copiedLabel: t().copied } : undefined;
  };
  return (
    <ErrorState
      level={props.level ?? 2}
      title={said().title}
      incident={incident()}
      action={
        isGone() ? (
          <LinkButton href="/oppgaver">{t().toAssignments}</LinkButton>
        ) : (
          <Button onClick={props.query.refetch}>{t().tryAgain}</Button>
        )
      }
    >
      {said().about}
    </ErrorState>
  );
}
