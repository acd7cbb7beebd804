import { createEffect, createMemo, createSignal, Match, on, onCleanup, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce, announceAtOnce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { noSoundIcon, soundIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { isWaiting } from './join-state.ts';
import { words } from './words.ts';

/** Sooner than this it is over before anybody has read it. */
const PATIENCE_MS = 1_500;

/** How sound and picture are, when not as they should be: calm words, and a press where one helps. */
export function JoinBanner(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const waitedLong = createPatience(() => isWaiting(props.room.join()));
  const line = () => props.room.session.room.live.connection.state().status;
  const unavailable = () => {
    const now = props.room.join();
    return now.status === 'unavailable' ? now.media : undefined;
  };
  const percent = () => {
    const media = unavailable();
    return media?.status === 'building' ? Math.floor(media.progress * 100) : 0;
  };
  const planned = () => {
    const now = props.room.join();
    return now.status === 'rejoining' && now.planned;
  };
  const gone = () => {
    const { status } = props.room.join();
    const away = (status === 'mending' || status === 'rejoining') && !planned();
    // When the whole line is gone the session says so already; twice would only frighten.
    return away && waitedLong() && line() === 'online';
  };
  const elsewhere = () => {
    const now = props.room.join();
    if (now.status !== 'elsewhere') return undefined;
    return now.moved ? t().elsewhere.moved : t().elsewhere.already;
  };
  const ended = () => {
    const now = props.room.join();
    return now.status === 'ended' && now.why !== 'not-allowed' ? now.why : undefined;
  };
  createEffect(
    on(
      () => props.room.join().status,
      (status, before) => {
        if (status === 'in-room' && (before === 'connecting' || before === undefined))
          announce(t().spoken.connected);
      },
    ),
  );
  createEffect(on(elsewhere, (what) => what && announce(`${what.title} ${what.about}`)));
  createEffect(
    on(
      gone,
      (now, before) => {
        if (now) announceAtOnce(t().spoken.reconnecting);
        else if (before && props.room.join().status === 'in-room') announce(t().spoken.back);
      },
      { defer: true },
    ),
  );
  const tryNow = (label: string) => (
    <Button size="small" onClick={props.room.tryNow}>
      {label}
    </Button>
  );
  return (
    <Switch>
      <Match when={unavailable()?.status === 'building'}>
        <Banner icon={soundIcon} title={t().building}>
          {t().buildingAbout(percent())}
        </Banner>
      </Match>
      <Match when={unavailable()?.status === 'absent'}>
        <Banner icon={noSoundIcon} title={t().absent}>
          {t().absentAbout}
        </Banner>
      </Match>
      <Match when={unavailable()?.status === 'down'}>
        <Banner icon={noSoundIcon} title={t().down} action={tryNow(t().tryNow)}>
          {t().downAbout}
        </Banner>
      </Match>
      <Match when={props.room.join().status === 'connecting' && waitedLong()}>
        <Banner icon={soundIcon} title={t().connecting} action={tryNow(t().tryNow)}>
          {t().absentAbout}
        </Banner>
      </Match>
      <Match when={planned() && waitedLong()}>
        <Banner icon={soundIcon} title={t().changing}>
          {t().changingAbout}
        </Banner>
      </Match>
      <Match when={gone()}>
        <Banner icon={noSoundIcon} title={t().reconnecting} action={tryNow(t().tryNow)}>
          {props.room.own.wanted('microphone') ? t().notHeard : ''} {t().reconnectingAbout}
        </Banner>
      </Match>
      <Match when={elsewhere()}>
        {(what) => (
          <Banner icon={noSoundIcon} title={what().title} action={tryNow(t().elsewhere.moveHere)}>
            {what().about}
          </Banner>
        )}
      </Match>
      <Match when={ended()}>
        {(why) => (
          <Banner
            icon={noSoundIcon}
            title={t().ended[why()].title}
            action={tryNow(t().ended[why()].action)}
          >
            {t().ended[why()].about}
          </Banner>
        )}
      </Match>
      <Match when={props.room.soundBlocked() && props.room.line()}>
        {(open) => (
          <Banner
            icon={noSoundIcon}
            title={t().soundBlocked}
            action={
              <Button size="small" onClick={() => open().startSound()}>
                {t().startSound}
              </Button>
            }
          >
            {t().soundBlockedAbout}
          </Banner>
        )}
      </Match>
    </Switch>
  );
}

/** True when one has waited for longer than one needs to notice it. */
function createPatience(waiting: () => boolean): () => boolean {
  const [over, setOver] = createSignal(false);
  const waits = createMemo(waiting);
  createEffect(() => {
    setOver(false);
    if (!waits()) return;
    const timer = setTimeout(() => setOver(true), PATIENCE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return over;
}
