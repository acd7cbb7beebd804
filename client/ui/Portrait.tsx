import { createSignal, Show, useContext } from 'solid-js';
import { classNames } from './class-names.ts';
import styles from './Portrait.module.css';
import { face, figureOf, hueOf, neck, shoulders } from './portrait.ts';
import { PortraitPictures } from './portrait-pictures.ts';

export interface PortraitProps {
  personId: string;
  /** `small` 28, `medium` 36, `large` 44 px round; `frame` fills the box it stands in. */
  size?: 'small' | 'medium' | 'large' | 'frame' | undefined;
  /** Where the picture is, where nobody around says it. */
  picture?: string | undefined;
  /** `word`: an ink ring, has the word. `you`: a fjord ring. Both are also said in words nearby. */
  ring?: 'word' | 'you' | undefined;
}

/**
 * A person by the picture they have chosen, else as a linocut in three tones of their hue. It says nothing to a screen reader: the name
 * stands beside it.
 */
export function Portrait(props: PortraitProps) {
  const figure = () => figureOf(props.personId);
  const pictures = useContext(PortraitPictures);
  const [broken, setBroken] = createSignal<string>();
  const picture = () => {
    const found = props.picture ?? pictures?.(props.personId);
    return found === broken() ? undefined : found;
  };
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
      <Show
        when={picture()}
        fallback={
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
            <Show when={figure().before}>
              {(before) => <path class={styles.dark} d={before()} />}
            </Show>
          </svg>
        }
      >
        {(found) => (
          <img
            class={styles.picture}
            src={found()}
            alt=""
            draggable={false}
            decoding="async"
            onError={() => setBroken(found())}
          />
        )}
      </Show>
    </span>
  );
}

/** Sets `--person`, `--person-deep`, `--person-mid` and `--person-soft` to the person's tones for what is inside. */
export function hueClass(personId: string): string {
  return styles[`hue${hueOf(personId)}`] ?? '';
}
