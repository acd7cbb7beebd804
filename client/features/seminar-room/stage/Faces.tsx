import { createMemo, For, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import type { Hosting } from '../hosting/hosting.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import styles from './Faces.module.css';
import { keepPlaces } from './places.ts';
import { Tile } from './Tile.tsx';
import { words } from './words.ts';

export type FacesProps = {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  readonly onSeeAll: () => void;
  /** How many there is room for. */
  readonly count: number;
  /** How many more there are stands in the place of one of them, for there is no height to say it under them. */
  readonly moreInRow?: boolean;
  /** Stands large elsewhere. */
  readonly without?: PersonId | undefined;
  /** Whoever must be among them, as far as there is room. */
  readonly mustSee?: readonly PersonId[];
  /** Stands larger than the others among them. */
  readonly larger?: PersonId | null;
  /** Fills what is left beside a sheet, in as many columns as there is room for. */
  readonly beside?: boolean;
};

/**
 * Some of those who are here. A place changes only when somebody leaves it or must be seen, and never under a hand; nor
 * does anybody come in under one, for it makes the others smaller.
 */
export function Faces(props: FacesProps) {
  const t = useWords(words);
  const { me } = props.room.session.room;
  const all = createMemo(() =>
    props.room
      .tiles()
      .filter(
        (personId) => personId !== props.without && (personId !== me || props.room.selfShown()),
      ),
  );
  const chosen = createMemo<readonly PersonId[]>((before) => {
    const holds = props.room.aboutToPress.holds() && before.length > 0;
    const people = holds ? all().filter((one) => one === me || before.includes(one)) : all();
    // One's own picture was asked for: it is always among them.
    const own = people.includes(me) ? [me] : [];
    const must = holds ? own : [...own, ...(props.mustSee ?? [])];
    const count = props.moreInRow && people.length > props.count ? props.count - 1 : props.count;
    return keepPlaces(before, people, count, must) as PersonId[];
  }, []);
  props.room.lookAt(chosen);
  const more = () => all().length - chosen().length;
  return (
    <Show when={chosen().length > 0}>
      <section
        ref={props.room.aboutToPress.watch}
        class={classNames(styles.faces, props.beside && styles.beside)}
        aria-label={t().onStage}
      >
        <ul data-count={chosen().length}>
          <For each={chosen()}>
            {(personId) => (
              <Tile
                room={props.room}
                hosting={props.hosting}
                personId={personId}
                captioned={chosen().length > 1}
                larger={personId === props.larger}
              />
            )}
          </For>
        </ul>
        <Show when={more() > 0}>
          <button type="button" class={styles.more} onClick={() => props.onSeeAll()}>
            {t().seeMore(more())}
          </button>
        </Show>
      </section>
    </Show>
  );
}
