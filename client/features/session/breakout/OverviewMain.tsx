import { For, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import { MoveTo, OverviewMove } from './OverviewMove.tsx';
import { OverviewRing } from './OverviewRing.tsx';
import styles from './OverviewRoom.module.css';
import { words as breakoutWords } from './words.ts';

/** Where somebody without a group gets one. */
export const rowOf = (personId: PersonId) => `overview-place-${personId}`;

const NOBODY = { without: [], others: [] } as const;

/** The session's own room beside the groups: who is there, and how those without a group get one. */
export function OverviewMain(props: RoomProps) {
  const t = useWords(words);
  const common = useWords(breakoutWords);
  const { breakouts, roster } = props.topics;
  const { me } = props.room;
  const people = () => breakouts.inMain();
  const parts = () => breakouts.parted() ?? NOBODY;
  const names = () => {
    const others = people().filter((personId) => personId !== me);
    const named = others.map((personId) => roster.markedName(personId));
    return inARow(language(), people().includes(me) ? [t().overview.you, ...named] : named);
  };
  return (
    <li class={styles.room}>
      <OverviewRing people={people()} />
      <div class={styles.words}>
        <h4>{common().main}</h4>
        <p class={styles.names}>{people().length > 0 ? names() : t().overview.nobodyInMain}</p>
      </div>
      <div class={styles.foot}>
        <Show when={parts().without.length > 0}>
          <ul class={styles.without}>
            <For each={parts().without}>
              {(personId) => <WithoutGroup {...props} personId={personId} />}
            </For>
          </ul>
        </Show>
        <OverviewMove {...props} people={parts().others} from={null} name={t().overview.toMain} />
      </div>
    </li>
  );
}

/** Somebody who came without a group: placed by a teacher, or let choose. */
function WithoutGroup(props: RoomProps & { readonly personId: PersonId }) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const name = () => roster.nameOf(props.personId);
  const chooses = () => {
    const split = breakouts.split();
    return split !== undefined && (split.choice || split.choosers.includes(props.personId));
  };
  const letChoose = async () => {
    const said = t().overview.mayChooseNow(name());
    if (await breakouts.letChoose(props.personId)) props.room.say(said);
  };
  return (
    // Can be given the focus, when a row that had it has gone.
    <li id={rowOf(props.personId)} class={styles.person} tabindex="-1">
      <p>
        <b>{roster.markedName(props.personId)}</b>
        <span class={styles.names}>
          , {chooses() ? t().overview.choosesOwn : t().overview.noGroup}
        </span>
      </p>
      <MoveTo {...props} from={null} placesAnew />
      <Show when={!chooses()}>
        <p>
          <Button look="quiet" size="small" onClick={() => void letChoose()}>
            {t().overview.letChoose}
            <span class="visually-hidden"> {name()}</span>
          </Button>
        </p>
      </Show>
    </li>
  );
}
