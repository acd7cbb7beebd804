import { Show } from 'solid-js';
import { classNames } from './class-names.ts';
import styles from './Portrait.module.css';
import { face, figureOf, hueOf, neck, shoulders } from './portrait.ts';

export interface PortraitProps {
  personId: string;
  /** `small` 28, `medium` 36, `large` 44 px round; `frame` fills the box it stands in. */
  size?: 'small' | 'medium' | 'large' | 'frame' | undefined;
  /** `word`: an ink ring, has the word. `you`: a fjord ring. Both are also said in words nearby. */
  ring?: 'word' | 'you' | undefined;
}

/** A person as a linocut in three tones of their hue. A drawing only: the name stands beside it. */
export function Portrait(props: PortraitProps) {
  const figure = () => figureOf(props.personId);
  return (
    <span
      class={classNames(
        styles.portrait,
        styles[props.size ?? 'medium'],
        hueClass(props.personId),
        props.ring === 'word' && styles.word,
        props.ring === 'you' && styles.you,
      )}
    >
      <svg
        class={styles.drawing}
        viewBox="0 0 120 120"
        preserveAspectRatio="xMidYMax meet"
        aria-hidden="true"
      >
        <path class={styles.dark} d={figure().behind} />
        <path class={styles.light} d={neck} />
        <path class={styles.dark} d={shoulders} />
        <path class={styles.light} d={face} />
        <Show when={figure().before}>{(before) => <path class={styles.dark} d={before()} />}</Show>
      </svg>
    </span>
  );
}

/** Sets `--person`, `--person-deep`, `--person-mid` and `--person-soft` to the person's tones for what is inside. */
export function hueClass(personId: string): string {
  return styles[`hue${hueOf(personId)}`] ?? '';
}
