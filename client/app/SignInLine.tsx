import { createEffect, createSignal, getOwner, onCleanup, runWithOwner, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { askWho, isSignedInAs } from '../features/identity/public.ts';
import { comesLater } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import type { Live } from '../platform/live.ts';
import { hasWordsOnPageAlone } from '../platform/unsaved-words.ts';
import { pageIsQuiet } from '../platform/when-quiet.ts';
import { announceAtOnce } from '../ui/announcer.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './NewVersion.module.css';
import { words } from './words.ts';

const LOOK_AGAIN_MS = 5_000;

/**
 * The page's own line to the server, whatever the page shows: when the sign-in is ended elsewhere, the front door follows at
 * once (docs/access.md §4). Words that lie on this page alone are not taken away: then it says so, and waits.
 */
export function SignInLine(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const [waits, setWaits] = createSignal(false);
  const owner = getOwner();
  let over = false;
  let looking: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => {
    over = true;
    clearTimeout(looking);
  });

  async function ended(live: Live): Promise<void> {
    if (hasWordsOnPageAlone()) {
      if (!waits()) announceAtOnce(`${t().signedOutHere} ${t().signedOutHereAbout}`);
      setWaits(true);
      looking = setTimeout(() => void lookAgain(live), LOOK_AGAIN_MS);
      return;
    }
    await askWho();
    // Still here: signed in anew in another tab, or the server cannot be reached.
    if (!over) looking = setTimeout(() => live.start(props.me), LOOK_AGAIN_MS);
  }
  async function lookAgain(live: Live): Promise<void> {
    if (!hasWordsOnPageAlone() || !(await isSignedInAs(props.me))) {
      if (!over) await ended(live);
      return;
    }
    if (over) return;
    setWaits(false);
    live.start(props.me);
  }
  function heed(live: Live): void {
    live.start(props.me);
    createEffect(() => {
      const line = live.connection.state();
      if (line.status === 'stopped' && line.why === 'signed-out') void ended(live);
    });
  }
  // Without it the page hears of the end when it next asks for something.
  void pageIsQuiet()
    .then(comesLater(() => import('../platform/live.ts')))
    .then(({ live }) => over || runWithOwner(owner, () => heed(live)))
    .catch(() => undefined);

  return (
    <Show when={waits()}>
      <div class={styles.place}>
        <Banner
          title={t().signedOutHere}
          action={
            // No link: the first of a page is the one that skips to its content.
            <Button
              size="small"
              look="filled"
              onClick={() => window.open('/logg-inn', '_blank', 'noopener')}
            >
              {t().signInInNewTab}
            </Button>
          }
        >
          {t().signedOutHereAbout}
        </Banner>
      </div>
    </Show>
  );
}
