import { createSignal, createUniqueId, Show } from 'solid-js';
import { clockTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { documentIcon } from '../../../ui/icons.ts';
import type { RoomProps } from '../room-props.ts';
import { ChangeRoom } from './ChangeRoom.tsx';
import { HEADING } from './focus-when-moved.ts';
import styles from './InsideHead.module.css';
import { minutesOf } from './time-left.ts';
import { words } from './words.ts';

/** Longer than two lines of a phone: the rest of it is a press away, so that the faces keep their height. */
const LONG_TASK = 90;

/** Over the faces of a group: which it is, what it is to do, and how long it has. */
export function InsideHead(
  props: RoomProps & {
    /** Opens the group's text, where it does not lie beside the faces. */
    readonly onText: (() => void) | undefined;
  },
) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const time = () => {
    const [ms, endsAt] = [breakouts.msLeft(), breakouts.split()?.endsAt];
    if (ms === undefined || !endsAt) return t().untilFetched;
    return `${t().minutesLeft(minutesOf(ms))}, ${t().backAt(clockTime(endsAt))}`;
  };
  return (
    <section class={styles.head} aria-labelledby={HEADING}>
      <div class={styles.line}>
        <h2 id={HEADING} class={styles.name} tabindex="-1" lang={PROGRAMME_LANGUAGE}>
          {breakouts.mine()?.name}
        </h2>
        <p class={styles.time}>{time()}</p>
        <Show when={props.onText}>
          {(onText) => (
            <Button size="small" icon={documentIcon} onClick={() => onText()()}>
              {t().theText}
            </Button>
          )}
        </Show>
        <Show when={breakouts.mayChoose() && !roster.steers()}>
          <ChangeRoom {...props} />
        </Show>
      </div>
      <Show when={breakouts.split()?.task}>{(task) => <Task text={task()} />}</Show>
    </section>
  );
}

function Task(props: { readonly text: string }) {
  const t = useWords(words);
  const wide = createMediaQuery(WIDE);
  const [whole, setWhole] = createSignal(false);
  const id = createUniqueId();
  const folds = () => !wide() && props.text.length > LONG_TASK;
  return (
    <div class={styles.task}>
      <p id={id} data-cut={folds() && !whole() ? '' : undefined}>
        {t().task} <span lang={PROGRAMME_LANGUAGE}>{props.text}</span>
      </p>
      <Show when={folds()}>
        <Button
          look="link"
          size="small"
          aria-expanded={whole()}
          aria-controls={id}
          onClick={() => setWhole(!whole())}
        >
          {whole() ? t().readLess : t().readTask}
        </Button>
      </Show>
    </div>
  );
}
