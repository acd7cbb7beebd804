import { createEffect, createSignal, Match, on, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announceAtOnce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { keyIcon, lockIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import type { ClosedRoom } from './closed-room.ts';
import { words } from './words.ts';

/** What keeps one out of the sound of a closed room, and the way to the key. The key itself is typed in the room's sheet. */
export function ClosedRoomNotices(props: {
  readonly room: SeminarRoom;
  readonly closed: ClosedRoom;
}) {
  const t = useWords(words);
  const [putAway, setPutAway] = createSignal(false);
  const { roster } = props.room.session.topics;
  const locked = () => {
    const now = props.room.join();
    return now.status === 'locked' ? now.why : undefined;
  };
  createEffect(on(locked, () => setPutAway(false)));
  const names = () => {
    const trouble = props.closed.trouble();
    return trouble?.kind === 'some'
      ? trouble.people.map((personId) => roster.nameOf(personId)).join(', ')
      : '';
  };
  const wrong = () => (names() ? t().wrongFor(names()) : t().wrong);
  const inTrouble = () => props.closed.trouble() !== undefined;
  createEffect(on(inTrouble, (now) => now && announceAtOnce(wrong())));
  const putAwayButton = () => (
    <Button look="quiet" size="small" onClick={() => setPutAway(true)}>
      {t().sheetClose}
    </Button>
  );
  return (
    <Switch>
      <Match when={locked() === 'no-key' && !putAway()}>
        <Banner
          icon={lockIcon}
          title={t().locked(props.closed.closedBy())}
          action={
            <>
              <Button size="small" onClick={() => props.closed.showSheet(true)}>
                {t().typeKey}
              </Button>
              {putAwayButton()}
            </>
          }
        >
          {props.closed.cameByBadLink() ? t().badLinkBriefly : t().lockedBriefly}
        </Banner>
      </Match>
      <Match when={locked() === 'cannot' && !putAway()}>
        <Banner icon={lockIcon} title={t().cannot} action={putAwayButton()}>
          {t().cannotBriefly}
        </Banner>
      </Match>
      <Match when={props.closed.key() && inTrouble()}>
        <Banner
          icon={keyIcon}
          title={wrong()}
          action={
            <Button size="small" onClick={() => props.closed.showSheet(true)}>
              {t().again}
            </Button>
          }
        >
          {t().wrongBriefly}
        </Banner>
      </Match>
    </Switch>
  );
}
