import { useParams } from '@solidjs/router';
import { Match, Switch } from 'solid-js';
import { submissionImageAddress } from '#shared/features/assignment/submission/model.ts';
import { submissionQuery } from '#shared/features/assignment/submission/queries.ts';
import type { SubmissionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CanonicalText } from '../document/public.ts';
import { watchSignIn } from '../identity/public.ts';
import styles from './Assignment.module.css';
import { Failed } from './Failed.tsx';
import { Receipt } from './Receipt.tsx';
import { words } from './words.ts';

const FRESH_MS = 20_000;

/** `/innlevering/:submissionId`: the text as it was handed in, with its receipt. */
export function SubmissionPage() {
  const t = useWords(words);
  const params = useParams<{ submissionId: string }>();
  const query = createQuery(submissionQuery, () => ({
    submissionId: params.submissionId as SubmissionId,
  }));
  watchSignIn(query.state);
  // It can be taken back while it is read.
  refetchEvery(FRESH_MS, query);
  const isGone = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  /** What was read a moment ago, and is not there any more. */
  const wasRead = () => (isGone() ? query.value() : undefined);
  return (
    <Switch>
      <Match when={wasRead()}>
        {(before) => (
          <ErrorState
            level={1}
            title={t().noLongerThere}
            action={
              <LinkButton href={`/oppgave/${before().assignmentId}`}>
                {t().theAssignment}
              </LinkButton>
            }
          >
            {t().noLongerThereAbout(before().groupName ?? before().by.displayName)}
          </ErrorState>
        )}
      </Match>
      <Match when={isGone()}>
        <Failed query={query} level={1} />
      </Match>
      <Match when={query.value()}>
        {(submission) => (
          <article>
            <PageHeader above={t().handedInText} title={submission().title} />
            <p class={styles.back}>
              <LinkButton look="link" href={`/oppgave/${submission().assignmentId}`}>
                {t().theAssignment}
              </LinkButton>
            </p>
            <div class={styles.beside}>
              <CanonicalText
                canonical={submission().canonical}
                imageAddress={(imageId) =>
                  submissionImageAddress(submission().submissionId, imageId)
                }
              />
              <div class={styles.papers}>
                <Receipt submission={submission()} />
              </div>
            </div>
          </article>
        )}
      </Match>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'line', 'line', 'line']} />
      </Match>
      <Match when={query.state().status === 'failed'}>
        <Failed query={query} level={1} />
      </Match>
    </Switch>
  );
}
