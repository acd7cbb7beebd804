import { Navigate, useLocation } from '@solidjs/router';
import { createMemo, type JSX, Match, Switch } from 'solid-js';
import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import { askWho, signInPath, who } from '../features/identity/public.ts';
import { useWords } from '../platform/language.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { UnreachablePage } from './FaultPage.tsx';
import styles from './WholePage.module.css';
import { words } from './words.ts';

/** Shows its children to somebody who is signed in; others are led to the front door and back here afterwards. */
export function ForSignedIn(props: { children: (person: SignedIn) => JSX.Element }) {
  const t = useWords(words);
  const location = useLocation();
  // Another person is another page; the same person, asked for again, keeps theirs.
  const person = createMemo<SignedIn | undefined>((before) => {
    const now = who();
    if (now.status !== 'signed-in') return undefined;
    return before?.personId === now.person.personId ? before : now.person;
  });
  return (
    <Switch>
      <Match when={who().status === 'asking'}>
        <main class={styles.alone}>
          <Skeleton label={t().fetching} shapes={['name', 'line']} />
        </main>
      </Match>
      <Match when={who().status === 'unreachable'}>
        <UnreachablePage onRetry={askWho} />
      </Match>
      <Match when={who().status === 'signed-out'}>
        <Navigate href={signInPath(location.pathname + location.search + location.hash)} />
      </Match>
      <Match when={person()} keyed>
        {(known) => props.children(known)}
      </Match>
    </Switch>
  );
}
