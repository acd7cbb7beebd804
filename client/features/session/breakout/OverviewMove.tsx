import { createMemo, createSignal, For, Show } from 'solid-js';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import styles from './OverviewRoom.module.css';
import { inSentence } from './room-name.ts';

/** Behind a press in each room: its people, and where each of them is to be. */
export function OverviewMove(
  props: RoomProps & {
    readonly people: readonly PersonId[];
    /** Where they are now; null with all. */
    readonly from: BreakoutId | null;
    readonly name: string;
  },
) {
  const t = useWords(words);
  return (
    <Show when={props.people.length > 0}>
      <details class={styles.move}>
        <summary>
          {t().overview.move}
          <span class="visually-hidden"> {t().overview.moveFrom(props.name)}</span>
        </summary>
        <ul>
          <For each={props.people}>
            {(personId) => (
              // Can be given the focus, when a row that had it has gone.
              <li class={styles.person} tabindex="-1">
                <span>{props.topics.roster.markedName(personId)}</span>
                <MoveTo {...props} personId={personId} />
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}

/**
 * Where somebody is to be: chosen in a list, and done by a press. A list that is gone through by the arrows chooses all the
 * way, and must not send anybody along.
 */
export function MoveTo(
  props: RoomProps & {
    readonly personId: PersonId;
    readonly from: BreakoutId | null;
    /** They have no room yet: with all is where they are, and no choice. */
    readonly placesAnew?: boolean;
  },
) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const [chosen, setChosen] = createSignal<BreakoutId | null>();
  let row: HTMLDivElement | undefined;
  // New with each fact, and mostly the same: a list that is open stays as it is.
  const rooms = createMemo(
    () => (breakouts.split()?.rooms ?? []).map(({ id, name }) => ({ id, name })),
    [],
    { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  const name = () => roster.nameOf(props.personId);
  const to = () => (chosen() === undefined ? props.from : (chosen() ?? null));
  const move = async () => {
    const id = to();
    if (id === props.from) return row?.querySelector('select')?.focus();
    const room = rooms().find((one) => one.id === id);
    const said = t().overview.moved(name(), room ? inSentence(room.name) : t().overview.toMain);
    const isMoved = await breakouts.place(props.personId, id);
    setChosen(undefined);
    if (isMoved) props.room.say(said);
  };
  return (
    <div ref={row} class={styles.to}>
      <Select
        labelHidden
        label={props.placesAnew ? t().overview.placeOf(name()) : t().overview.roomOf(name())}
        value={to() ?? ''}
        groups={[
          {
            options: [
              { value: '', label: props.placesAnew ? t().overview.choose : t().overview.main },
              ...rooms().map((room) => ({ value: room.id, label: room.name })),
            ],
          },
        ]}
        onChange={(event) =>
          setChosen(rooms().find(({ id }) => id === event.currentTarget.value)?.id ?? null)
        }
      />
      <Button size="small" onClick={() => void move()}>
        {props.placesAnew ? t().overview.place : t().overview.move}
        <span class="visually-hidden"> {name()}</span>
      </Button>
    </div>
  );
}
