import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import {
  createMediaQuery,
  SHORT,
  SIDEWAYS,
  TABLET,
  TALL,
  WIDE,
} from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { SlackThread } from '../../../ui/Thread.tsx';
import type { Hosting } from '../hosting/hosting.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { Beside } from './Beside.tsx';
import { Faces } from './Faces.tsx';
import { forLarge, whoMatters } from './for-large.ts';
import { type Large, largerBeside, nextLarge } from './large-one.ts';
import { liftedFirst, PAGE_NARROW, PAGE_WIDE, pageOf } from './paging.ts';
import styles from './SeminarStage.module.css';
import { HiddenScreen, OwnShare, ShareAgain, SharedScreen } from './SharedScreen.tsx';
import { Tile } from './Tile.tsx';
import { ViewChoice } from './ViewChoice.tsx';
import { words } from './words.ts';

/** As many as stand in the column of a desktop, and in the row of a phone. */
const FACES_WIDE = 4;
const FACES_NARROW = 3;
/** Two and two beside whoever is large, on a phone on its side. */
const FACES_SIDEWAYS = 4;
/** Two rows under whoever is large. */
const FACES_TABLET = 8;
/** Beside a sheet: three to five, by the height there is. */
const FACES_BESIDE = 4;
const FACES_BESIDE_TALL = 5;

type StageProps = {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  /** What stands on the stage beside the people: what we do now, or a document. Anything goes, and it fills its place. */
  readonly sheet: () => JSX.Element;
  /** Laid there by somebody: then it stands beside the faces in place of what we do now. */
  readonly laid: () => JSX.Element | undefined;
  readonly onSeeAll: () => void;
};

/** The stage with sound and pictures: whoever speaks large, all alike, or something shared beside the faces. */
export function SeminarStage(props: StageProps) {
  return (
    <>
      <ViewChoice room={props.room} />
      <OwnShare room={props.room} />
      <ShareAgain room={props.room} />
      <HiddenScreen room={props.room} />
      <Switch fallback={<SpeakerView {...props} />}>
        <Match when={props.room.screens().length > 0 && props.room.view() !== 'sound'}>
          <Beside sheet={<SharedScreen room={props.room} />}>
            <FacesBeside {...props} />
          </Beside>
        </Match>
        <Match when={props.room.sheetStands()}>
          <Beside
            sheet={
              <Show when={props.laid()} fallback={props.sheet()}>
                {(laid) => laid()}
              </Show>
            }
          >
            <FacesBeside {...props} />
          </Beside>
        </Match>
        <Match when={props.room.view() === 'grid'}>
          <GridView {...props} />
        </Match>
      </Switch>
    </>
  );
}

function SpeakerView(props: StageProps) {
  const t = useWords(words);
  const count = createFacesCount();
  const short = createMediaQuery(SHORT);
  const large = createMemo<Large | undefined>((before) =>
    nextLarge(before, forLarge(props.room), props.room.aboutToPress.holds()),
  );
  const largeId = createMemo(() => large()?.personId);
  props.room.lookAt(() => [largeId()]);
  return (
    <div class={styles.scene}>
      <div class={styles.main}>
        <Show
          when={largeId()}
          fallback={
            <div class={styles.empty}>
              <SlackThread />
              <p>{t().alone}</p>
            </div>
          }
        >
          {(personId) => (
            <ul
              ref={props.room.aboutToPress.watch}
              class={styles.large}
              aria-label={t().large[large()?.why ?? 'speaker']}
            >
              <Tile room={props.room} hosting={props.hosting} personId={personId()} large />
            </ul>
          )}
        </Show>
      </div>
      <Faces {...props} without={largeId()} count={count()} moreInRow={short()} />
    </div>
  );
}

/** How many faces have room beside or under whoever is large. */
function createFacesCount(): () => number {
  const wide = createMediaQuery(WIDE);
  const tablet = createMediaQuery(TABLET);
  const sideways = createMediaQuery(SIDEWAYS);
  return () => {
    if (wide()) return FACES_WIDE;
    if (tablet()) return FACES_TABLET;
    return sideways() ? FACES_SIDEWAYS : FACES_NARROW;
  };
}

/** The faces beside something shared. Whom one pinned, or a teacher lifted forward, stands larger there too. */
function FacesBeside(props: StageProps) {
  const wide = createMediaQuery(WIDE);
  const narrow = createFacesCount();
  const tall = createMediaQuery(TALL);
  const larger = createMemo<PersonId | null>(
    (before) => largerBeside(before, forLarge(props.room), props.room.aboutToPress.holds()),
    null,
  );
  const room = () => (tall() ? FACES_BESIDE_TALL : FACES_BESIDE) - (larger() ? 1 : 0);
  return (
    <Faces
      {...props}
      beside
      count={wide() ? room() : narrow()}
      mustSee={whoMatters(props.room)}
      larger={larger()}
    />
  );
}

/** All alike, but for whom a teacher lifted forward: first, and larger. */
function GridView(props: StageProps) {
  const t = useWords(words);
  const wide = createMediaQuery(WIDE);
  const tablet = createMediaQuery(TABLET);
  const [wanted, setWanted] = createSignal(0);
  // A pin leads out of this view: here only the teacher's choice makes anybody larger.
  const lifted = createMemo<PersonId | null>(
    (before) =>
      largerBeside(
        before,
        { ...forLarge(props.room), pinned: null },
        props.room.aboutToPress.holds(),
      ),
    null,
  );
  const page = createMemo(() =>
    pageOf(
      liftedFirst(props.room.tiles(), lifted()),
      wide() || tablet() ? PAGE_WIDE : PAGE_NARROW,
      wanted(),
    ),
  );
  const isHere = () => people().some((one) => one === lifted());
  const people = () => page().people as readonly PersonId[];
  props.room.lookAt(people);
  return (
    <section class={isHere() ? styles.lifted : styles.grid} aria-label={t().everybody}>
      <ul ref={props.room.aboutToPress.watch} data-count={Math.min(people().length, PAGE_WIDE)}>
        <For each={people()}>
          {(personId) => (
            <Tile
              room={props.room}
              hosting={props.hosting}
              personId={personId}
              larger={personId === lifted()}
            />
          )}
        </For>
      </ul>
      <Show when={page().count > 1}>
        <nav class={styles.pages} aria-label={t().everybody}>
          <Turn to={page().index - 1} of={page().count} onTurn={setWanted}>
            {t().previous}
          </Turn>
          <p role="status">{t().page(page().index + 1, page().count)}</p>
          <Turn to={page().index + 1} of={page().count} onTurn={setWanted}>
            {t().next}
          </Turn>
        </nav>
      </Show>
    </section>
  );
}

/** Rests at the end, and keeps the focus there: whoever turned the pages by keyboard turns back from the same place. */
function Turn(props: {
  readonly to: number;
  readonly of: number;
  readonly onTurn: (to: number) => void;
  readonly children: string;
}) {
  const rests = () => props.to < 0 || props.to >= props.of;
  return (
    <Button
      size="small"
      aria-disabled={rests() || undefined}
      onClick={() => {
        if (!rests()) props.onTurn(props.to);
      }}
    >
      {props.children}
    </Button>
  );
}
