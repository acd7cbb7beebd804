import { createEffect, createMemo, on, Show, untrack } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce, announceAtOnce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { noSoundIcon, soundIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { NOTHING_SPOKEN, type SpokenLine, speakOfLine } from './spoken-line.ts';
import { words } from './words.ts';

/** How sound and picture are, when not as they should be: calm words, and a press where one helps. */
export function JoinBanner(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { waitedLong } = props.room;
  const { goesOn } = props.room.session.topics.ending;
  const line = () => props.room.session.room.live.connection.state().status;
  const unavailable = () => {
    const now = props.room.join();
    return now.status === 'unavailable' ? now.media : undefined;
  };
  const planned = () => {
    const now = props.room.join();
    return now.status === 'rejoining' && now.planned;
  };
  const gone = createMemo(() => {
    const { status } = props.room.join();
    // Of a session that ends the sound goes with it: the screen says so, and there is nothing to try.
    if (!goesOn()) return false;
    const away = (status === 'mending' || status === 'rejoining') && !planned();
    // When the whole line is gone the session says so already; twice would only frighten.
    return away && waitedLong() && line() === 'online';
  });
  const unheard = () => (props.room.own.wanted('microphone') ? t().notHeard : '');
  const says = createMemo((): Says | undefined => {
    const now = props.room.join();
    const media = unavailable();
    const press = { label: t().tryNow, does: props.room.tryNow };
    const blocked = props.room.soundBlocked() && props.room.line();
    if (media?.status === 'building') {
      const about = t().buildingAbout(Math.floor(media.progress * 100));
      return { kind: 'building', icon: soundIcon, title: t().building, about };
    }
    if (media?.status === 'absent') {
      const failed = media.why === 'build-failed';
      const title = failed ? t().failed : t().absent;
      return { kind: media.why, title, about: failed ? t().failedAbout : t().absentAbout };
    }
    if (media?.status === 'down')
      return { kind: 'down', title: t().down, about: t().downAbout, press };
    if (now.status === 'connecting' && waitedLong()) {
      const title = t().connecting;
      return { kind: 'connecting', icon: soundIcon, title, about: t().absentAbout, press };
    }
    if (planned() && waitedLong())
      return { kind: 'planned', icon: soundIcon, title: t().changing, about: t().changingAbout };
    if (gone()) {
      const about = [unheard(), t().reconnectingAbout].filter(Boolean).join(' ');
      return { kind: 'gone', title: t().reconnecting, about, press };
    }
    if (now.status === 'elsewhere') {
      const kind = now.moved ? 'moved' : 'already';
      const label = t().elsewhere.moveHere;
      return { kind, ...t().elsewhere[kind], press: { ...press, label } };
    }
    if (goesOn() && now.status === 'ended' && now.why !== 'not-allowed') {
      const { title, about, action: label } = t().ended[now.why];
      return { kind: now.why, title, about, press: { ...press, label } };
    }
    if (!blocked) return undefined;
    const start = { label: t().startSound, does: () => void blocked.startSound() };
    return { kind: 'blocked', title: t().soundBlocked, about: t().soundBlockedAbout, press: start };
  });
  // Once, when it comes: what a count in it does is there to be seen.
  const kind = createMemo(() => says()?.kind);
  createEffect(
    on(kind, (now) => {
      const said = untrack(says);
      // That one has lost the sound interrupts, and is said below.
      if (said && now !== 'gone') announce(`${said.title} ${said.about}`);
    }),
  );
  const sends = () => props.room.own.wanted('microphone') || props.room.own.wanted('camera');
  const joinedSilent = () => `${t().spoken.connected} ${t().spoken.silent}`;
  const say = {
    joined: () => announce(sends() ? t().spoken.connected : joinedSilent()),
    lost: () => announceAtOnce([t().spoken.reconnecting, unheard()].filter(Boolean).join(' ')),
    back: () => announce(t().spoken.back),
  };
  createEffect((before: SpokenLine) => {
    const { told, news } = speakOfLine(before, props.room.join().status, gone());
    if (news) untrack(say[news]);
    return told;
  }, NOTHING_SPOKEN);
  return (
    <Show when={says()}>
      {(now) => (
        <Banner
          icon={now().icon ?? noSoundIcon}
          title={now().title}
          saidByAnnouncer
          stays={STAYS.has(now().kind)}
          action={
            <Show when={now().press}>
              {(press) => (
                <Button size="small" onClick={() => press().does()}>
                  {press().label}
                </Button>
              )}
            </Show>
          }
        >
          {now().about}
        </Banner>
      )}
    </Show>
  );
}

/** Until one does something about it. */
const STAYS: ReadonlySet<string> = new Set(['already', 'moved', 'not-set-up', 'build-failed']);

/** What stands there just now. The same kind is the same news, whatever changes in its words. */
type Says = {
  readonly kind: string;
  readonly icon?: string;
  readonly title: string;
  readonly about: string;
  readonly press?: { readonly label: string; readonly does: () => void };
};
