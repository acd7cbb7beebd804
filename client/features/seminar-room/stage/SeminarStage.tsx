import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { SlackThread } from '../../../ui/Thread.tsx';
import type { SeminarRoom } from '../seminar-room.ts';
import { PAGE_NARROW, PAGE_WIDE, pageOf } from './paging.ts';
import styles from './SeminarStage.module.css';
import { SharedScreen } from './SharedScreen.tsx';
import { Tile } from './Tile.tsx';
import { ViewChoice } from './ViewChoice.tsx';
import { words } from './words.ts';

/** As many as stand in the column of a desktop, and in the row of a phone or under a shared screen. */
const FACES_WIDE = 4;
const FACES_NARROW = 3;
const FACES_UNDER = 5;

type StageProps = {
  readonly room: SeminarRoom;
  readonly sheet: () => JSX.Element;
  readonly onSeeAll: () => void;
};

/** The stage with sound and pictures: whoever speaks large, all alike, or a shared screen over the faces. */
export function SeminarStage(props: StageProps) {
  const shared = createMemo(() => props.room.people.filter((person) => person.screen));
  return (
    <>
      <ViewChoice room={props.room} />
      <Switch fallback={<SpeakerView {...props} />}>
        <Match when={shared()[0]}>
          <div class={styles.withScreen}>
            <SharedScreen room={props.room} sharers={shared()} />
            <Faces {...props} row />
          </div>
        </Match>
        <Match when={props.room.view() === 'grid'}>
          <GridView room={props.room} />
        </Match>
      </Switch>
    </>
  );
}

function SpeakerView(props: StageProps) {
  const t = useWords(words);
  const large = createMemo(() => largeOne(props.room));
  props.room.lookAt(() => [large()]);
  return (
    <div class={styles.scene}>
      <div class={styles.main}>
        {props.sheet()}
        <Show
          when={large()}
          fallback={
            <div class={styles.empty}>
              <SlackThread />
              <p>{t().nobodyYet}</p>
            </div>
          }
        >
          {(personId) => (
            <ul class={styles.large} aria-label={t().large}>
              <Tile room={props.room} personId={personId()} large />
            </ul>
          )}
        </Show>
      </div>
      <Faces {...props} without={large()} />
    </div>
  );
}

/**
 * Who stands large: whom a teacher lifted forward for all, who has the word, who speaks, else who leads. Oneself only
 * with the word: looking at oneself is for those who ask for it.
 */
function largeOne(room: SeminarRoom): PersonId | undefined {
  const { topics, room: session } = room.session;
  const others = room.tiles().slice(0, -1);
  const here = (personId: PersonId | null | undefined) =>
    personId && others.includes(personId) ? personId : undefined;
  const word = topics.handQueue.wordHolder();
  return (
    here(room.controls().spotlightId) ??
    (word === session.me ? word : here(word)) ??
    here(room.speaker()) ??
    here(topics.roster.leadId()) ??
    others[0]
  );
}

/** Some of those who are here. Nobody moves but when somebody leaves. */
function Faces(
  props: StageProps & { readonly without?: PersonId | undefined; readonly row?: boolean },
) {
  const t = useWords(words);
  const wide = createMediaQuery(WIDE);
  const { me } = props.room.session.room;
  const all = () =>
    props.room
      .tiles()
      .filter(
        (personId) => personId !== props.without && (personId !== me || props.room.selfShown()),
      );
  const count = () => (wide() ? (props.row ? FACES_UNDER : FACES_WIDE) : FACES_NARROW);
  const chosen = createMemo(() => {
    const people = all();
    // One's own picture was asked for: it is always among them.
    const own = people.at(-1) === me ? [me] : [];
    return [...people.filter((one) => one !== me).slice(0, count() - own.length), ...own];
  });
  props.room.lookAt(chosen);
  const more = () => all().length - chosen().length;
  return (
    <section
      class={styles.faces}
      classList={{ [styles.row ?? '']: props.row ?? false }}
      aria-label={t().onStage}
    >
      <ul>
        <For each={chosen()}>{(personId) => <Tile room={props.room} personId={personId} />}</For>
      </ul>
      <Show when={more() > 0}>
        <button type="button" class={styles.more} onClick={() => props.onSeeAll()}>
          {t().seeMore(more())}
        </button>
      </Show>
    </section>
  );
}

function GridView(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const wide = createMediaQuery(WIDE);
  const [wanted, setWanted] = createSignal(0);
  const page = createMemo(() =>
    pageOf(props.room.tiles(), wide() ? PAGE_WIDE : PAGE_NARROW, wanted()),
  );
  const people = () => page().people as readonly PersonId[];
  props.room.lookAt(people);
  return (
    <section class={styles.grid} aria-label={t().everybody}>
      <ul data-count={Math.min(people().length, PAGE_WIDE)}>
        <For each={people()}>{(personId) => <Tile room={props.room} personId={personId} />}</For>
      </ul>
      <Show when={page().count > 1}>
        <nav class={styles.pages} aria-label={t().everybody}>
          <Button
            size="small"
            disabled={page().index === 0}
            onClick={() => setWanted(page().index - 1)}
          >
            {t().previous}
          </Button>
          <p role="status">{t().page(page().index + 1, page().count)}</p>
          <Button
            size="small"
            disabled={page().index === page().count - 1}
            onClick={() => setWanted(page().index + 1)}
          >
            {t().next}
          </Button>
        </nav>
      </Show>
    </section>
  );
}
