import { createEffect, createMemo, createSignal, Match, on, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce, announceAtOnce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { keyIcon, lockIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import type { ClosedRoom } from './closed-room.ts';
import { makeKeyNews, whoIsNamed } from './key-trouble.ts';
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
  const lockedTitle = () =>
    locked() === 'cannot' ? t().cannot : t().locked(props.closed.closedBy());
  const lockedAbout = () => {
    if (locked() === 'cannot') return t().cannotBriefly;
    return props.closed.cameByBadLink() ? t().badLinkBriefly : t().lockedBriefly;
  };
  // Who closed it is known when the channel has told of it, which may be after the door has said no.
  const lockedNews = createMemo(() => {
    const why = props.closed.closed() ? locked() : undefined;
    return why && (why === 'no-key' && props.closed.cameByBadLink() ? 'bad-link' : why);
  });
  createEffect(on(lockedNews, (now) => now && announce(`${lockedTitle()} ${lockedAbout()}`)));
  const names = () => {
    const trouble = props.closed.trouble();
    if (!trouble || trouble.kind === 'own') return '';
    return trouble.people.map((personId) => roster.nameOf(personId)).join(', ');
  };
  const named = () => whoIsNamed(props.closed.trouble());
  /** The people about whom one has put the notice away: it stays so while it would name the same. */
  const [putAwayNames, setPutAwayNames] = createSignal('');
  const othersDiffer = () => named() !== '' && named() !== putAwayNames();
  const ownIsWrong = () => props.closed.trouble()?.kind === 'own';
  const differsTitle = () =>
    props.closed.trouble()?.kind === 'either' ? t().notSame(names()) : t().wrongFor(names());
  const differsAbout = () => {
    const trouble = props.closed.trouble();
    if (trouble?.kind === 'either') return t().notSameBriefly;
    const made = trouble?.kind === 'theirs' && trouble.by === 'made';
    return made ? t().wrongForMade(names()) : t().wrongForBriefly(names());
  };
  // Whoever else comes and goes, and with them what can be read for a moment, makes it no news.
  const isNews = makeKeyNews();
  createEffect(
    // A key that has just been typed is not tried yet: what is known is of the one before.
    on(props.closed.trouble, () => {
      const key = props.closed.key();
      if (!key) return;
      if (ownIsWrong() && isNews(key, 'own')) announceAtOnce(t().wrong);
      if (othersDiffer() && isNews(key, named())) announceAtOnce(differsTitle());
    }),
  );
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
          title={lockedTitle()}
          saidByAnnouncer
          action={
            <>
              <Button size="small" onClick={() => props.closed.showSheet(true)}>
                {t().typeKey}
              </Button>
              {putAwayButton()}
            </>
          }
        >
          {lockedAbout()}
        </Banner>
      </Match>
      <Match when={locked() === 'cannot' && !putAway()}>
        <Banner icon={lockIcon} title={lockedTitle()} saidByAnnouncer action={putAwayButton()}>
          {lockedAbout()}
        </Banner>
      </Match>
      <Match when={props.closed.key() && ownIsWrong()}>
        <Banner
          icon={keyIcon}
          title={t().wrong}
          saidByAnnouncer
          action={
            <Button size="small" onClick={() => props.closed.showSheet(true)}>
              {t().again}
            </Button>
          }
        >
          {t().wrongBriefly}
        </Banner>
      </Match>
      <Match when={props.closed.key() && othersDiffer()}>
        <Banner
          icon={keyIcon}
          title={differsTitle()}
          saidByAnnouncer
          action={
            <>
              <Button look="quiet" size="small" onClick={() => props.closed.showSheet(true)}>
                {t().ownKey}
              </Button>
              <Button look="quiet" size="small" onClick={() => setPutAwayNames(named())}>
                {t().sheetClose}
              </Button>
            </>
          }
        >
          {differsAbout()}
        </Banner>
      </Match>
    </Switch>
  );
}
