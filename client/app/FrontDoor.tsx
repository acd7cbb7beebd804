import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, Match, Switch } from 'solid-js';
import { askWho, safeTarget, who } from '../features/identity/public.ts';
import { SignInPage } from '../features/identity/SignInPage.tsx';
import { useWords } from '../platform/language.ts';
import { Corner } from './Corner.tsx';
import { UnreachablePage } from './FaultPage.tsx';
import { usePageTitle } from './page-title.ts';
import { WaitingPage } from './WaitingPage.tsx';
import { words } from './words.ts';

/** `/logg-inn`: the front door. Whoever is in, or gets in, goes on to where they were going (`?til=`). */
export function FrontDoor() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  usePageTitle(() => t().signIn);
  const wish = () => (typeof search.til === 'string' ? search.til : undefined);
  createEffect(() => {
    if (who().status === 'signed-in') navigate(safeTarget(wish()), { replace: true });
  });
  const entrance = () => {
    const now = who();
    return now.status === 'signed-out' && now.entrance;
  };
  const ended = () => {
    const now = who();
    return now.status === 'signed-out' && now.ended;
  };
  const trouble = () => {
    const now = who();
    return now.status === 'unreachable' && now.trouble;
  };
  return (
    <Switch>
      <Match when={entrance()}>
        {(open) => (
          <SignInPage
            entrance={open()}
            signedOut={search.ut === 'fane' ? 'other-tab' : ended() ? 'ended' : undefined}
            corner={<Corner where="foot" />}
            target={safeTarget(wish())}
            providerTrouble={
              search.leverandor === 'ukjent'
                ? 'unknown'
                : search.leverandor === 'brutt'
                  ? 'broken'
                  : undefined
            }
            onSignedIn={askWho}
          />
        )}
      </Match>
      <Match when={trouble()}>
        {(known) => <UnreachablePage trouble={known()} onRetry={askWho} />}
      </Match>
      <Match when={who().status === 'asking'}>
        <WaitingPage />
      </Match>
    </Switch>
  );
}
