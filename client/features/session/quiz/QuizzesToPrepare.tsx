import { lazy } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { useWords } from '../../../platform/language.ts';
import { PreparedPart } from '../PreparedPart.tsx';
import { words } from './words.ts';

/** Brings the form and the list, which are asked for seldom. */
const PreparingQuizzes = lazy(
  comesLater(async () => ({
    default: (await import('./PreparingQuizzes.tsx')).PreparingQuizzes,
  })),
);

/** On a session's page, for its teachers: what they will open in it. */
export function QuizzesToPrepare(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const t = useWords(words);
  return (
    <PreparedPart
      title={t().prepared.part}
      about={t().prepared.about}
      show={t().prepared.show}
      hide={t().prepared.hide}
      fetching={t().prepared.fetching}
    >
      <PreparingQuizzes sessionId={props.sessionId} me={props.me} />
    </PreparedPart>
  );
}
