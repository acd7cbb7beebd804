import { createUniqueId, For, Index, Show } from 'solid-js';
import { BREAKOUT_NAME_MAX, BREAKOUTS_MAX } from '#shared/features/session/breakout/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { words } from './lead-words.ts';
import styles from './PlanForm.module.css';
import { PlanFormPlace } from './PlanFormPlace.tsx';
import { addRoom, type PlanProblems, type RoomDraft } from './plan.ts';
import type { PlanMaking } from './plan-making.ts';

type RoomsProps = {
  readonly making: PlanMaking;
  readonly nameOf: (personId: PersonId) => string;
  readonly problems: PlanProblems | undefined;
};

/** The groups as they will be, whatever way they were made: each can be renamed and taken away, and people moved between them. */
export function PlanFormRooms(props: RoomsProps) {
  const t = useWords(words);
  const { making } = props;
  const id = createUniqueId();
  let list: HTMLElement | undefined;
  const goTo = (nth: number) =>
    list?.querySelectorAll<HTMLInputElement>('[data-room] input')[nth]?.focus();
  const add = () => {
    making.setRooms(addRoom(making.rooms()));
    goTo(making.rooms().length - 1);
  };
  const remove = (nth: number) => {
    making.setRooms(making.rooms().toSpliced(nth, 1));
    const left = making.rooms().length;
    if (left > 0) goTo(Math.min(nth, left - 1));
    else list?.querySelector<HTMLElement>('[data-add]')?.focus();
  };
  return (
    <section ref={list} class={styles.part} aria-labelledby={id}>
      <h3 id={id}>{t().plan.result}</h3>
      <Without {...props} />
      <ol class={styles.rooms}>
        <Index each={making.rooms()}>
          {(room, nth) => <Room {...props} room={room()} nth={nth} onRemove={() => remove(nth)} />}
        </Index>
      </ol>
      <Show when={props.problems?.noRooms}>
        <p class={styles.problem} role="alert">
          {t().plan.noRooms}
        </p>
      </Show>
      <Show when={making.rooms().length < BREAKOUTS_MAX}>
        <Button size="small" icon={plusIcon} data-add="" onClick={add}>
          {t().plan.add}
        </Button>
      </Show>
    </section>
  );
}

function Room(
  props: RoomsProps & {
    readonly room: RoomDraft;
    readonly nth: number;
    readonly onRemove: () => void;
  },
) {
  const t = useWords(words);
  const { making } = props;
  const members = () => props.room.members;
  const problem = () => {
    const found = props.problems?.names[props.nth];
    if (!found) return undefined;
    return found === 'missing' ? t().plan.nameMissing : t().plan.nameDouble;
  };
  const named = (personId: PersonId) =>
    making.isHere(personId)
      ? props.nameOf(personId)
      : `${props.nameOf(personId)} (${t().plan.notHere})`;
  return (
    <li class={styles.room} data-room="">
      <div class={styles.head}>
        <Field
          lang={PROGRAMME_LANGUAGE}
          label={t().plan.room(props.nth + 1)}
          maxlength={BREAKOUT_NAME_MAX}
          autocomplete="off"
          error={problem()}
          value={props.room.name}
          onInput={(event) =>
            making.setRooms(
              making.rooms().with(props.nth, { ...props.room, name: event.currentTarget.value }),
            )
          }
        />
        <Button
          look="quiet"
          size="small"
          class={styles.remove}
          aria-label={t().plan.removeOf(props.room.name || t().plan.room(props.nth + 1))}
          onClick={() => props.onRemove()}
        >
          {t().plan.remove}
        </Button>
      </div>
      <p class={styles.members}>
        {members().length > 0 ? inARow(language(), members().map(named)) : t().plan.members(0)}
      </p>
      <Show when={props.room.after !== null && making.draft().goesOn}>
        <p class={styles.quiet}>{t().plan.goesOnHere}</p>
      </Show>
      {/* By hand everybody has a row of their own above. */}
      <Show when={making.draft().way !== 'own' && members().length > 0}>
        <Moves {...props} people={members()} about={props.room.name} />
      </Show>
    </li>
  );
}

/** Who is in no group, how they get one, and what becomes of them else. */
function Without(props: RoomsProps) {
  const t = useWords(words);
  const { making } = props;
  const without = () => (making.draft().way === 'choice' ? [] : making.without());
  const away = () => without().filter((personId) => !making.isHere(personId)).length;
  const spread = () => {
    making.spread();
    if (without().length === 0) announce(t().plan.spreadDone);
  };
  return (
    <Show when={without().length > 0}>
      <div class={styles.without} data-here={away() < without().length ? '' : undefined}>
        <div class={styles.row}>
          <p>
            <b>{t().plan.noneCount(without().length)}</b>{' '}
            <span class={styles.quiet}>
              {making.draft().choice ? t().plan.noneChoose : t().plan.noneAbout}{' '}
              {away() > 0 ? t().plan.noneAway(away()) : ''}
            </span>
          </p>
          <Show when={making.rooms().length > 0 && making.toSpread().length > 0}>
            <Button
              size="small"
              aria-label={t().plan.spreadAbout(making.toSpread().length)}
              onClick={spread}
            >
              {t().plan.spread}
            </Button>
          </Show>
        </div>
        <Show when={making.draft().way !== 'own'}>
          <Moves {...props} people={without()} about={t().plan.none} />
        </Show>
      </div>
    </Show>
  );
}

function Moves(
  props: RoomsProps & { readonly people: readonly PersonId[]; readonly about: string },
) {
  const t = useWords(words);
  return (
    <details class={styles.moves}>
      <summary>
        {t().plan.move}
        <span class="visually-hidden">, {props.about}</span>
      </summary>
      <ul class={styles.people}>
        <For each={props.people}>
          {(personId) => <PlanFormPlace {...props} personId={personId} />}
        </For>
      </ul>
    </details>
  );
}
