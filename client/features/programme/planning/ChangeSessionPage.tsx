import { useParams } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import { plannedSession } from '#shared/features/programme/planning/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { CancelForm } from './CancelForm.tsx';
import { Cancelled } from './Cancelled.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { FailedPage } from './FailedPage.tsx';
import styles from './Planning.module.css';
import type { Planned } from './planned.ts';
import { words } from './words.ts';

/** `/kalender/okt/:sessionId`: moves, changes and cancels a session that has not begun. */
export function ChangeSessionPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const params = useParams<{ sessionId: string }>();
  const sessionId = () => params.sessionId as SessionId;
  live.start(props.me);
  const query = createQuery(plannedSession, () => ({ sessionId: sessionId() }));
  return (
    <div class={styles.page}>
      <PageHeader
        above={
          <>
            <a href="/kalender">{t().calendar}</a>
            <Show when={query.value()}>{(session) => <>, {aboveOf(session(), t())}</>}</Show>
          </>
        }
        title={t().changeSession}
      />
      <Switch>
        <Match when={query.value()?.hasBegun}>
          <EmptyState
            title={t().hasBegun}
            action={<LinkButton href={`/okt/${sessionId()}/om`}>{t().toSession}</LinkButton>}
          >
            {t().hasBegunAbout}
          </EmptyState>
        </Match>
        <Match when={query.value()?.cancelled && query.value()}>
          {(session) => (
            <Cancelled session={session()} sessionId={sessionId()} onDone={query.refetch} />
          )}
        </Match>
        {/* Anew for each version: whoever is late sees what stands now. */}
        <Match when={query.value()?.version !== undefined && `${query.value()?.version}`} keyed>
          {(_version) => {
            const session = query.value() as Planned;
            return (
              <>
                <ChangeForm session={session} sessionId={sessionId()} onStale={query.refetch} />
                <CancelForm session={session} sessionId={sessionId()} onDone={query.refetch} />
              </>
            );
          }}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <FailedPage query={query} />
        </Match>
      </Switch>
    </div>
  );
}

function aboveOf(session: Planned, t: (typeof words)['nb']): string {
  const { courseCode, courseTitle, groupName, cohortName } = session;
  return t.whichSession(`${courseCode} ${courseTitle}`, groupName ?? cohortName);
}
