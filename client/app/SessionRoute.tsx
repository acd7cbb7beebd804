import { useLocation, useNavigate, useParams } from '@solidjs/router';
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';
import { signInPath } from '../features/identity/public.ts';
import { comesLater } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { ForSignedIn } from './ForSignedIn.tsx';
import { Frame } from './Frame.tsx';
import { usePageTitle } from './page-title.ts';
import { WaitingPage } from './WaitingPage.tsx';
import { words } from './words.ts';

/** The room brings the live line with it: nobody waits for that on the way to Nå. */
export const SessionScreen = lazy(
  comesLater(async () => ({
    default: (await import('./SessionScreen.tsx')).SessionScreen,
  })),
);

/** `/okt/:sessionId`: the room fills the screen, and a closed door stands in the frame; the tab is called what the session is called. */
export function SessionRoute() {
  const params = useParams<{ sessionId: string }>();
  const location = useLocation();
  const navigate = useNavigate();
  const t = useWords(words);
  const [title, setTitle] = createSignal<string>();
  usePageTitle(() => title() ?? t().session);
  return (
    <ForSignedIn>
      {(person) => (
        <Show when={params.sessionId} keyed>
          {(sessionId) => (
            <Suspense fallback={<WaitingPage />}>
              <SessionScreen
                // What stands in the address is only a wish: the server checks it at the door.
                sessionId={sessionId as SessionId}
                me={person.personId}
                onTitle={setTitle}
                onLeave={() => navigate('/')}
                signInPath={signInPath(location.pathname)}
                frame={(page) => <Frame person={person}>{page()}</Frame>}
              />
            </Suspense>
          )}
        </Show>
      )}
    </ForSignedIn>
  );
}
