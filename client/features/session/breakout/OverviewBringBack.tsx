import { createEffect, createSignal, type JSX, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedful } from '../../../ui/heed.ts';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import styles from './OverviewScreen.module.css';

type Step = 'notice' | 'now' | 'sure';

/**
 * Everybody back: by the first press in a minute, which they are told; in that minute at once, and then only when one has said it
 * twice, for what they are in the middle of is cut off. It is one button all the way, and never heeds a press too many.
 */
export function OverviewBringBack(
  props: RoomProps & {
    /** What stands in the same row, where there is room for one alone. */
    readonly children: JSX.Element;
  },
) {
  const t = useWords(words);
  const { breakouts } = props.topics;
  const wide = createMediaQuery(WIDE);
  const [isSure, setSure] = createSignal(false);
  // More time was given: next time it is asked anew.
  createEffect(() => {
    if (!breakouts.isEndingSoon()) setSure(false);
  });
  const step = (): Step => {
    if (!breakouts.isEndingSoon()) return 'notice';
    return isSure() ? 'sure' : 'now';
  };
  const press = heedful(step, (now) => {
    setSure(now === 'now');
    if (now === 'notice') void breakouts.bringBack(false);
    if (now === 'sure') void breakouts.bringBack(true);
  });
  const says = { notice: 'bringBack', now: 'bringNow', sure: 'bringNowSure' } as const;
  return (
    <div class={styles.dock} data-step={step()}>
      {/* Here before its words are: only so are they read when they come. */}
      <p class={styles.quiet} role="status">
        {step() === 'notice' ? t().overview.bringBackAbout : ''}
        {step() === 'sure' ? t().overview.bringNowAbout : ''}
      </p>
      <div class={styles.ways}>
        <Show when={step() === 'sure'}>
          <Button look="quiet" size="small" onClick={() => setSure(false)}>
            {t().overview.wait}
          </Button>
        </Show>
        <Button look="filled" size={wide() ? 'medium' : 'small'} {...press}>
          {t().overview[says[step()]]}
        </Button>
        {props.children}
      </div>
    </div>
  );
}
