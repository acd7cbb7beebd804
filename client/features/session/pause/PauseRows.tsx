import { createUniqueId, For, onCleanup, Show } from 'solid-js';
import { pauseOf } from '#shared/features/session/pause/rules.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { language, useWords } from '../../../platform/language.ts';
import { lengthOfTime } from '../../../platform/length-of-time.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoomProps } from '../room-props.ts';
import { PersonRow } from '../roster/PeopleList.tsx';
import { isHere } from '../roster/roster-groups.ts';
import { OpenThread } from '../team-line/WrittenRows.tsx';
import styles from './PauseRows.module.css';
import { words } from './words.ts';

/** Who is on pause, for how long, what they have chosen to say to the teachers, and a way to whoever wishes for one. */
export function PauseRows(props: RoomProps) {
  const t = useWords(words);
  const { wishes } = props.topics;
  // With the rows: what is out of sight holds no row open.
  onCleanup(() => wishes.write(undefined));
  return (
    <>
      <ul>
        <For each={wishes.rows()}>{(personId) => <PauseRow {...props} personId={personId} />}</For>
      </ul>
      <Show when={wishes.failed()}>
        <p class={styles.quiet} role="status">
          {t().choicesFailed}
        </p>
      </Show>
    </>
  );
}

function PauseRow(props: RoomProps & { readonly personId: PersonId }) {
  const t = useWords(words);
  const { pause, roster, wishes, desk } = props.topics;
  const id = createUniqueId();
  const name = () => roster.nameOf(props.personId);
  const open = () => wishes.writesTo() === props.personId;
  const says = () => {
    const choice = wishes.choiceOf(props.personId);
    if (choice) return t().chosen[choice];
    return wishes.known() ? t().nothingChosen : '';
  };
  /** A phone that sleeps loses the seat, and the pause goes on. */
  const away = () => {
    const entry = roster.entry(props.personId);
    return entry && isHere(entry) ? '' : t().notHere;
  };
  const about = () => {
    const one = pauseOf(pause.pauses(), props.personId);
    if (!one) return t().isBack;
    const forMs = currentTime() - one.since;
    const length = forMs < MINUTE_MS ? t().justNow : lengthOfTime(language(), forMs);
    const mark = roster.guestMark(props.personId);
    return [mark && `${mark}.`, says(), [length, away()].filter(Boolean).join('. ')]
      .filter(Boolean)
      .join(' ');
  };
  const toggle = () => {
    // Two fields for one draft would write over each other.
    if (!open() && desk.open() === props.personId) desk.toggle(props.personId);
    wishes.write(open() ? undefined : props.personId);
  };
  return (
    <PersonRow personId={props.personId} name={name()} about={about()}>
      <Show when={wishes.wishes(props.personId) || open()}>
        <Button
          size="small"
          look={open() ? 'quiet' : undefined}
          aria-expanded={open()}
          aria-controls={open() ? id : undefined}
          aria-label={open() ? t().closeTo(name()) : t().writeTo(name())}
          onClick={toggle}
        >
          {open() ? t().close : t().writeShort}
        </Button>
      </Show>
      <Show when={open()}>
        <div class={styles.line}>
          <OpenThread {...props} desk={desk} id={id} name={name()} />
        </div>
      </Show>
    </PersonRow>
  );
}
