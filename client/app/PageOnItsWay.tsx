import { useIsRouting } from '@solidjs/router';
import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js';
import { partTrouble } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { createLate } from '../platform/late.ts';
import { troubleWords } from '../platform/trouble.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './PageOnItsWay.module.css';
import { words } from './words.ts';

/** Shorter waits are not felt. */
const PATIENCE_MS = 400;
/** A slow line has brought the page by then. */
const SLOW_MS = 3_000;

/** How many places stand empty until the code of their page is here. */
const [empty, setEmpty] = createSignal(0);

/** Stands where a page will, as long as its code is not here. */
export function ComingPage() {
  const t = useWords(words);
  setEmpty((count) => count + 1);
  onCleanup(() => setEmpty((count) => count - 1));
  return <Skeleton label={t().fetching} shapes={['name', 'line']} />;
}

/**
 * The page that somebody has pressed for, while it is not here: that it comes, that it is slow, or why it does not. It takes
 * no press and moves nothing; the page that is open can be used meanwhile.
 */
export function PageOnItsWay() {
  const t = useWords(words);
  const trouble = useWords(troubleWords);
  const isRouting = useIsRouting();
  const waits = () => isRouting() || empty() > 0;
  const isFelt = createLate(waits, PATIENCE_MS);
  const isSlow = createLate(waits, SLOW_MS);
  const why = () => (isFelt() ? partTrouble() : undefined);
  return (
    <div class={styles.place} role="status">
      <Switch>
        <Match when={why()}>
          {(known) => (
            <p class={styles.trouble}>
              <strong>{trouble()[known()].title}.</strong> {trouble()[known()].about}
            </p>
          )}
        </Match>
        {/* Where the page will stand, its shape says that it comes. */}
        <Match when={isSlow() || (isFelt() && isRouting())}>
          <p>
            {t().fetching} … <Show when={isSlow()}>{t().slow}</Show>
          </p>
        </Match>
      </Switch>
    </div>
  );
}
