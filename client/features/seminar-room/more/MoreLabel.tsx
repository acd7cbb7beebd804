import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { type News, toYouWords } from '../../session/public.ts';
import { words as deviceWords } from '../devices/words.ts';
import styles from './MoreSheet.module.css';

/** "Mer", and what is new behind it: all of it in the name, and in sight as far as there is room. */
export function MoreLabel(props: News) {
  const t = useWords(deviceWords);
  const toYou = useWords(toYouWords);
  const first = () => {
    if (props.toYou > 0) return toYou().moreWith(props.toYou);
    return props.hands > 0 ? t().moreWithHands(props.hands) : t().more;
  };
  return (
    <Show when={props.messages > 0} fallback={first()}>
      <span class={styles.whole}>{t().moreWithMessages(props.messages)}</span>
      <span class={styles.brief} aria-hidden="true">
        {t().moreWithSome(props.messages + props.toYou + props.hands)}
      </span>
      <Show when={props.toYou > 0}>
        <span class={styles.alsoNew}>{toYou().and(props.toYou)}</span>
      </Show>
      <Show when={props.hands > 0}>
        <span class={styles.alsoNew}>{t().andHands(props.hands)}</span>
      </Show>
    </Show>
  );
}
