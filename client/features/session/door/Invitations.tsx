import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { canBeInSessions } from '#shared/features/session/roster/policy.ts';
import { ownInvitations, type SessionGlance } from '#shared/features/session/roster/queries.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn, who } from '../../identity/public.ts';
import { whenLeft } from '../leaving.ts';
import { momentInWords, SessionCard } from './SessionCard.tsx';
import { canJoin } from './session-door.ts';
import { words } from './words.ts';

/** As often as the card of a session: the door opens by itself. */
const FRESH_MS = 20_000;

/** What Nå holds for those without a calendar (access.md row 1): the session that one is invited to, and those after it. */
export function Invitations() {
  const can = createMemo(() => {
    const now = who();
    return now.status !== 'signed-in' || canBeInSessions(now.person.roles);
  });
  return (
    <Show when={can()} fallback={<NotInvited />}>
      <OwnInvitations />
    </Show>
  );
}

function OwnInvitations() {
  const t = useWords(words);
  const query = createQuery(ownInvitations, () => ({}));
  refetchEvery(FRESH_MS, query);
  watchSignIn(query.state);
  whenLeft(query.refetch);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  /** No part in any session, such as an examiner's, is told like no invitation. */
  const none = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  return (
    <Switch>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['card']} />
      </Match>
      <Match when={none()}>
        <NotInvited />
      </Match>
      <Match when={query.value()}>
        {(known) => (
          <Show when={inOrder(known().sessions)[0]} fallback={<NotInvited />}>
            {(first) => (
              <>
                <SessionCard {...first()} door={first()} />
                <Others sessions={inOrder(known().sessions).slice(1)} />
              </>
            )}
          </Show>
        )}
      </Match>
      <Match when={query.state().status === 'failed'}>
        <ErrorState
          title={failed().title}
          action={
            <Button look="filled" onClick={query.refetch}>
              {t().tryAgain}
            </Button>
          }
        >
          {failed().about}
        </ErrorState>
      </Match>
    </Switch>
  );
}

/** The one to go to now comes first; a cancelled one is no next step. */
function inOrder(sessions: readonly SessionGlance[]): readonly SessionGlance[] {
  const cancelled = (session: SessionGlance) => session.door === 'session-cancelled';
  return [
    ...sessions.filter((session) => !cancelled(session)),
    ...sessions.filter((session) => cancelled(session)),
  ];
}

function NotInvited() {
  const t = useWords(words);
  return <EmptyState title={t().notInvited}>{t().notInvitedAbout}</EmptyState>;
}

function Others(props: { sessions: readonly SessionGlance[] }) {
  const t = useWords(words);
  return (
    <Show when={props.sessions.length > 0}>
      <section aria-labelledby="also-invited">
        <h2 id="also-invited">{t().alsoInvited}</h2>
        <RowList>
          <For each={props.sessions}>
            {(session) => (
              <Row
                name={session.title}
                about={
                  session.door === 'session-cancelled'
                    ? t().door[session.door]
                    : momentInWords(session.startsAt, session.now, t())
                }
                href={canJoin(session) ? `/okt/${session.sessionId}` : undefined}
              />
            )}
          </For>
        </RowList>
      </section>
    </Show>
  );
}
