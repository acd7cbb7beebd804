import { useLocation } from '@solidjs/router';
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../platform/language.ts';
import { askForNewVersion, newVersionFound, switchVersion } from '../platform/new-version.ts';
import { hasUnsavedWords } from '../platform/unsaved-words.ts';
import { hasUnsentCalls } from '../platform/unsent.ts';
import { announce } from '../ui/announcer.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './NewVersion.module.css';
import { words } from './words.ts';

/** A page that stands open all day hears of a new version within half an hour. */
const ASK_EVERY_MS = 30 * 60_000;
const LOOK_AGAIN_MS = 300;
/** Long enough for what is on its way; the rest is kept on the device. */
const CALLS_WAIT_MS = 10_000;

/**
 * Offers the new version, on pages in the frame alone: never in a session. It comes with a new page or when the page is seen
 * again, so that nothing moves under a finger, and waits for words that are not saved.
 */
export function NewVersion(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const location = useLocation();
  const [shown, setShown] = createSignal(false);
  const [waiting, setWaiting] = createSignal(false);

  const isWriting = () =>
    document.activeElement?.matches('[contenteditable="true"], input, textarea') ?? false;
  const show = () => {
    if (!newVersionFound() || shown() || isWriting()) return;
    setShown(true);
    announce(t().newVersion);
  };
  createEffect(on(() => location.pathname, show));
  const seen = () => {
    if (document.visibilityState === 'visible') void askForNewVersion().then(show);
  };
  document.addEventListener('visibilitychange', seen);
  // What is found meanwhile is said with the next page.
  const asking = setInterval(askForNewVersion, ASK_EVERY_MS);
  onCleanup(() => {
    document.removeEventListener('visibilitychange', seen);
    clearInterval(asking);
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  onCleanup(() => {
    over = true;
    clearTimeout(timer);
  });
  function begin(): void {
    if (waiting()) return;
    setWaiting(true);
    void switchWhenSaved(performance.now());
  }
  async function switchWhenSaved(since: number): Promise<void> {
    const isOnItsWay = await hasUnsentCalls(props.me).catch(() => false);
    // «Senere» meanwhile, or in a session by now.
    if (over || !waiting()) return;
    // What lies in the store is sent after the switch as well: that of a session one has left, only in that session.
    const isWaitedFor = isOnItsWay && performance.now() - since < CALLS_WAIT_MS;
    if (!isWaitedFor && !hasUnsavedWords()) return switchVersion();
    timer = setTimeout(() => void switchWhenSaved(since), LOOK_AGAIN_MS);
  }
  return (
    <Show when={shown()}>
      <div class={styles.place}>
        <Banner
          title={t().newVersion}
          action={
            <>
              <Button size="small" look="filled" onClick={begin}>
                {t().switchNow}
              </Button>
              <Button
                size="small"
                look="quiet"
                onClick={() => {
                  clearTimeout(timer);
                  setWaiting(false);
                  setShown(false);
                }}
              >
                {t().later}
              </Button>
            </>
          }
        >
          {waiting() ? t().switchesWhenSaved : t().newVersionAbout}
        </Banner>
      </div>
    </Show>
  );
}
