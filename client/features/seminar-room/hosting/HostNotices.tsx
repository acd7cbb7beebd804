import { createSignal, Show } from 'solid-js';
import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announceAtOnce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { microphoneIcon, microphoneOffIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import type { Hosting } from './hosting.ts';
import { words } from './words.ts';

type Notice = { readonly title: string; readonly about: string };

/** What a teacher did to oneself, by name and calmly, until it is put away; and the question to unmute, until it is answered. */
export function HostNotices(props: { readonly room: SeminarRoom; readonly hosting: Hosting }) {
  const t = useWords(words);
  const { room, session, own } = { ...props.room, room: props.room };
  const { me } = session.room;
  const [notice, setNotice] = createSignal<Notice>();
  const nameOf = (personId: PersonId) => session.topics.roster.nameOf(personId, t().aTeacher);
  const teaches = () => session.topics.roster.steers();
  const tell = (title: string, about: string) => {
    setNotice({ title, about });
    announceAtOnce(title);
  };

  room.whenFact((fact: RoomFact) => {
    const said = t().youAre;
    switch (fact.type) {
      case 'participant-muted':
        if (fact.personId !== me) return;
        own.taken('microphone');
        return tell(said.muted(nameOf(fact.by)), said.mutedAbout);
      case 'everyone-muted':
        if (teaches() || !own.wanted('microphone')) return;
        own.taken('microphone');
        return tell(said.muted(nameOf(fact.by)), said.mutedAbout);
      case 'microphones-locked':
        if (teaches()) return;
        own.taken('microphone');
        return tell(said.locked(nameOf(fact.by)), said.lockedAbout);
      case 'microphones-unlocked':
        if (!teaches()) tell(said.unlocked, said.unlockedAbout);
        return;
      case 'source-stopped':
        if (fact.personId !== me) return;
        own.taken(fact.source);
        if (fact.source === 'screen-audio') return;
        return tell(
          (fact.source === 'camera' ? said.cameraStopped : said.screenStopped)(nameOf(fact.by)),
          said.stoppedAbout,
        );
      case 'unmute-asked':
        if (fact.personId === me) announceAtOnce(said.asked(nameOf(fact.by)));
        return;
      case 'spotlight-set':
        if (fact.personId === me) tell(said.spotlit, '');
        return;
      case 'screen-allowed':
        if (fact.personId === me) tell(said.screenAllowed, said.screenAllowedAbout);
        return;
      // Said by the closed room itself.
      case 'room-closed':
      case 'room-opened':
      case 'screen-withdrawn':
      case 'spotlight-cleared':
      case 'unmute-answered':
      case 'media-joined':
      case 'media-left':
      case 'media-changed':
        return;
      default:
        fact satisfies never;
    }
  });

  const ask = () => room.controls().asks.find((one) => one.personId === me);
  const answer = (willing: boolean) => {
    void props.hosting.answer(willing);
    // The press is the person's own: nobody else can turn it on.
    if (willing) own.press('microphone', true);
  };
  return (
    <>
      <Show when={ask()}>
        {(asked) => (
          <Banner
            icon={microphoneIcon}
            title={t().youAre.asked(nameOf(asked().by))}
            action={
              <>
                <Button size="small" onClick={() => answer(true)}>
                  {t().turnOn}
                </Button>
                <Button look="quiet" size="small" onClick={() => answer(false)}>
                  {t().notNow}
                </Button>
              </>
            }
          >
            {t().youAre.askedAbout}
          </Banner>
        )}
      </Show>
      <Show when={notice()}>
        {(told) => (
          <Banner
            icon={microphoneOffIcon}
            title={told().title}
            action={
              <Button look="quiet" size="small" onClick={() => setNotice(undefined)}>
                {t().close}
              </Button>
            }
          >
            {told().about}
          </Banner>
        )}
      </Show>
    </>
  );
}
