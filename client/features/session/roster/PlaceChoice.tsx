import { onMount, Show } from 'solid-js';
import { PLACES, type Place } from '#shared/features/session/roster/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { placeIcon } from '../../../ui/icons.ts';
import { Menu, MenuChoice } from '../../../ui/Menu.tsx';
import styles from './PlaceChoice.module.css';
import type { RosterStore } from './roster-store.ts';
import { words } from './words.ts';

/** One's row moves to another part of the list and is made anew there: the focus comes along. */
let choseHere = false;

/** Says where one sits: seen by all, changed as often as one likes. */
export function PlaceChoice(props: { readonly roster: RosterStore }) {
  const t = useWords(words);
  let choice: HTMLSpanElement | undefined;
  onMount(() => {
    if (choseHere) choice?.querySelector('button')?.focus();
  });
  const choose = async (place: Place) => {
    choseHere = true;
    // When it is done, the row stands where it shall: a later one takes no focus.
    await props.roster.choosePlace(place);
    choseHere = false;
  };
  return (
    <Show when={props.roster.myPlace()}>
      {(place) => (
        <span ref={choice}>
          <Menu
            label={t().yourPlace(t().places[place()])}
            triggerClass={styles.trigger}
            trigger={
              <>
                <Icon path={placeIcon} small />
                {t().changePlace}
              </>
            }
          >
            <MenuChoice
              label={t().whereAreYou}
              value={place()}
              options={PLACES.map((value) => ({ value, label: t().places[value] }))}
              onChange={choose}
            />
          </Menu>
        </span>
      )}
    </Show>
  );
}
