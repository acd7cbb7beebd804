import { createEffect, createMemo, createSignal, For, onMount, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createAboutToPress } from '../../../ui/about-to-press.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedfulAtRest } from '../../../ui/heed.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { downIcon } from '../../../ui/icons.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import { pressWhereTheMouseRests } from '../../../ui/rested-mouse.ts';
import { SteadyWords } from '../../../ui/SteadyWords.tsx';
import type { PauseStore } from '../pause/pause-store.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { RoundStore } from '../round/round-store.ts';
import { EndOwnWord } from './EndOwnWord.tsx';
import { HandRow } from './HandRow.tsx';
import type { HandQueueStore } from './hand-queue-store.ts';
import { keptRows } from './kept-rows.ts';
import { createMoreBelow } from './more-below.ts';
import { createOwnRowInView } from './own-row.ts';
import styles from './WordAndQueue.module.css';
import { words } from './words.ts';

/** As many as are seen at once in every window. */
const FEW_HANDS = 1;

export type WordAndQueueProps = {
  readonly me: string;
  readonly roster: RosterStore;
  readonly handQueue: HandQueueStore;
  readonly pause: PauseStore;
  readonly round: RoundStore;
  /** Something under it is about to be pressed: it keeps its height, and whoever asks for the word comes in by scrolling. */
  readonly holdsStill?: boolean;
  /** Beside other things in a panel: it shows the next ones, and all of them at a press. */
  readonly folds?: boolean;
  /** One's own hand on the bar is out of sight: one ends one's own word here. */
  readonly endsOwnWord?: boolean;
};

/** Who has the word and who has asked for it, in order. Whoever steers gives it, and takes it back, here. */
export function WordAndQueue(props: WordAndQueueProps) {
  const t = useWords(words);
  const queue = () => props.handQueue;
  const isEmpty = () => queue().hands().length === 0;
  const steers = () => props.roster.steers();
  const name = (personId: PersonId) =>
    personId === props.me ? t().you : props.roster.nameOf(personId);
  const guest = (personId: PersonId) => {
    const mark = props.roster.guestMark(personId);
    return mark && `(${mark})`;
  };
  const next = heedfulAtRest(
    () => queue().next(),
    () => queue().callNext(),
    // Nobody is in line, or whoever is has a pause.
    { rests: () => queue().next() === undefined },
  );
  const takeBack = heedfulAtRest(
    () => queue().wordHolder(),
    () => queue().takeWordBack(),
  );
  /** Rows that are here from the start stand where nothing else stood. */
  let begun = false;
  onMount(() => {
    begun = true;
  });
  let section: HTMLElement | undefined;
  const near = createAboutToPress();
  const keepsRows = createMemo(() => steers() && near.pointed());
  const holdsStill = () => props.holdsStill || keepsRows();
  const [open, setOpen] = createSignal(false);
  /** Whoever opens it or folds it has asked for another height. */
  const [released, setReleased] = createSignal(false);
  createEffect(() => {
    if (!holdsStill()) setReleased(false);
  });
  const heldPx = createMemo(() =>
    holdsStill() && !released() ? `${section?.offsetHeight}px` : undefined,
  );
  function toggle(): void {
    setReleased(true);
    setOpen((now) => !now);
  }
  const rows = createMemo<readonly PersonId[]>((shown) => {
    const inLine = queue()
      .hands()
      .map(({ personId }) => personId);
    return keepsRows() ? keptRows(shown, inLine) : inLine;
  }, []);
  const ownRow = () => (queue().myPlace() > 0 ? rows().map(String).indexOf(props.me) + 1 : 0);
  const keepOwnRow = createOwnRowInView({ row: ownRow, steers });
  const below = createMoreBelow(() => rows().length);
  const setList = (list: HTMLOListElement) => {
    keepOwnRow(list);
    below.watch(list);
  };
  const watch = (element: HTMLElement) => {
    section = element;
    near.watch(element);
    pressWhereTheMouseRests(element);
  };
  const isFolded = () => props.folds === true && !open();
  /** How many there are, where not all of them may be seen, and the way to see the others. */
  const Count = () => (
    <Show when={queue().hands().length > FEW_HANDS}>
      <Show
        when={props.folds && (open() || below.scrolls())}
        fallback={<span class={styles.count}>{t().handCount(queue().hands().length)}</span>}
      >
        <button type="button" class={styles.fold} aria-expanded={open()} onClick={toggle}>
          <span>{t().handCount(queue().hands().length)}</span>{' '}
          <span class={styles.foldWord}>{open() ? t().seeFewer : t().seeAll}</span>
          <Icon path={downIcon} small />
        </button>
      </Show>
    </Show>
  );
  return (
    <section
      ref={watch}
      class={styles.queue}
      style={{ height: heldPx() }}
      tabindex="-1"
      aria-label={t().title}
    >
      <div class={styles.word}>
        <Show
          when={queue().wordHolder()}
          fallback={
            <>
              <p class={styles.quiet}>
                {props.round.isOn() ? t().wordGoesRound : t().nobodyHasTheWord}
              </p>
              <Count />
            </>
          }
        >
          {(personId) => (
            <>
              <Portrait personId={personId()} size="medium" ring="word" />
              <p class={steers() ? styles.whoShort : styles.who}>
                <b>{name(personId())}</b> {guest(personId())}{' '}
                {t().hasTheWord[queue().iHaveTheWord() ? 'you' : 'other']}
                <Count />
              </p>
              <Show when={props.endsOwnWord}>
                <EndOwnWord handQueue={queue()} />
              </Show>
              <Show when={steers() && !queue().iHaveTheWord()}>
                <Button look="quiet" size="small" class={styles.give} {...takeBack}>
                  {t().takeBack}
                </Button>
              </Show>
            </>
          )}
        </Show>
      </div>
      <Show when={rows().length > 0}>
        <ol
          ref={setList}
          class={steers() ? styles.steered : styles.hands}
          data-more={below.isMore() ? '' : undefined}
          data-folded={isFolded() ? '' : undefined}
          data-rests={queue().hands().length === 0 ? '' : undefined}
          // What scrolls is reached by the keyboard; a teacher comes to the buttons in it.
          tabindex={!steers() && queue().hands().length > FEW_HANDS ? 0 : undefined}
        >
          <For each={rows()}>
            {(personId, index) => (
              <HandRow {...props} personId={personId} row={index() + 1} appeared={begun} />
            )}
          </For>
        </ol>
      </Show>
      <Show when={queue().myPlace() > 0}>
        <p class={styles.mine}>{t().yourPlace(queue().myPlace())}</p>
      </Show>
      <Show when={!queue().open()}>
        <p class={styles.closed}>{t().queueIsClosed}</p>
      </Show>
      <Show when={steers()}>
        <div class={styles.steer}>
          {/* As long as a row rests: the other button would slide into its place. */}
          <Show when={rows().length > 0}>
            <Button look="quiet" size="small" class={styles.give} {...next}>
              <SteadyWords
                says={isEmpty() ? t().nobodyInLine : t().next}
                also={isEmpty() ? t().next : t().nobodyInLine}
              />
            </Button>
          </Show>
          <Button
            look="quiet"
            size="small"
            class={styles.give}
            onClick={() => queue().setOpen(!queue().open())}
          >
            {queue().open() ? t().closeQueue : t().openQueue}
          </Button>
        </div>
      </Show>
    </section>
  );
}
