import { Navigate, useLocation } from '@solidjs/router';
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import { askWho, signInPath, wasGuest, who } from '../features/identity/public.ts';
import { UnreachablePage } from './FaultPage.tsx';
import { WaitingPage } from './WaitingPage.tsx';

/** Shows its children to somebody who is signed in; others are led to the front door and back here afterwards. */
export function ForSignedIn(props: {
  children: (person: SignedIn) => JSX.Element;
  /** What a page that is for anybody shows to whoever is not signed in. */
  otherwise?: JSX.Element;
}) {
  const location = useLocation();
  // Another person is another page; the same person, asked for again, keeps theirs.
  const person = createMemo<SignedIn | undefined>((before) => {
    const now = who();
    if (now.status !== 'signed-in') return undefined;
    return before?.personId === now.person.personId ? before : now.person;
  });
  const trouble = () => {
    const now = who();
    return now.status === 'unreachable' && now.trouble;
  };
  return (
    <Switch>
      <Match when={who().status === 'asking'}>
        <WaitingPage />
      </Match>
      <Match when={trouble()}>
        {(known) => <UnreachablePage trouble={known()} onRetry={askWho} />}
      </Match>
      <Match when={who().status === 'signed-out'}>
        <Show
          when={props.otherwise}
          fallback={
            <Navigate
              href={
                wasGuest()
                  ? '/gjest'
                  : signInPath(location.pathname + location.search + location.hash)
              }
            />
          }
        >
          {(page) => <>{page()}</>}
        </Show>
      </Match>
      <Match when={person()} keyed>
        {(known) => props.children(known)}
      </Match>
    </Switch>
  );
}
