import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import { useWords } from '../../../../platform/language.ts';
import { Button } from '../../../../ui/Button.tsx';
import styles from '../RoundScreen.module.css';
import { words } from './words.ts';

/** Where what is shared lies below the ring, out of sight: that a voice note has come, and the way to it, until it has been seen. */
export function NewVoiceNotes(props: {
  /** Those of others. */
  readonly count: number;
  /** Where they are heard; there as soon as there is one. */
  readonly place: () => HTMLElement | undefined;
}) {
  const t = useWords(words);
  const [seen, setSeen] = createSignal(0);
  const look = new IntersectionObserver(
    (met) => met.some(({ isIntersecting }) => isIntersecting) && setSeen(props.count),
    // What is under one's own choices is not seen.
    { rootMargin: '0px 0px -40% 0px' },
  );
  onCleanup(() => look.disconnect());
  createEffect(
    on(
      () => props.count,
      () => {
        look.disconnect();
        const place = props.place();
        if (place) look.observe(place);
      },
    ),
  );
  const go = () => {
    const place = props.place();
    setSeen(props.count);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'start' });
  };
  return (
    <Show when={props.count > seen()}>
      <p class={styles.new}>
        <b>{t().isNew(props.count - seen())}</b>
        <Button look="link" size="small" onClick={go}>
          {t().toNew}
        </Button>
      </p>
    </Show>
  );
}
