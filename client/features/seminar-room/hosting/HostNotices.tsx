import { createEffect, createSignal, on, Show, untrack } from 'solid-js';
import type { UnmuteAnswer } from '#shared/features/seminar-room/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { microphoneIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import type { Hosting } from './hosting.ts';
import { createNotices } from './notices.ts';
import { words } from './words.ts';

/** What a teacher did to oneself, by name and calmly, while it is read; and the question to unmute, until one presses. */
export function HostNotices(props: { readonly room: SeminarRoom; readonly hosting: Hosting }) {
  const t = useWords(words);
  const { session, own } = props.room;
  const { me } = session.room;
  const { notice, dismiss } = createNotices(props.room);
  const nameOf = (personId: PersonId) => session.topics.roster.nameOf(personId, t().aTeacher);

  const ask = () => props.room.controls().asks.find((one) => one.personId === me);
  /** The ask that one has answered, until it is settled. */
  const [answeredAt, setAnsweredAt] = createSignal<number>();
  const question = () => {
    const asked = ask();
    const pressed = own.wanted('microphone') || asked?.at === answeredAt();
    return pressed ? undefined : asked;
  };
  async function answer(what: UnmuteAnswer): Promise<void> {
    const asked = untrack(ask);
    if (!asked || asked.at === untrack(answeredAt)) return;
    setAnsweredAt(asked.at);
    if (!(await props.hosting.answer(what))) setAnsweredAt(undefined);
  }
  // The press is the person's own: nobody else can turn it on.
  const turnOn = () => {
    if (props.room.listensOnly()) props.room.takePart();
    own.press('microphone', true);
  };
  // Whoever asked is told what has come of it, not what was meant to: a browser may take its time, and refuse.
  createEffect(() => {
    const isOn = own.wanted('microphone') && props.room.person(me)?.microphone === 'live';
    if (ask() && isOn) void answer('on');
  });
  createEffect(
    on(
      own.trouble,
      (trouble) => {
        // A lock has taken the question back.
        if (trouble?.source === 'microphone' && trouble.why !== 'locked') void answer('failed');
      },
      { defer: true },
    ),
  );
  return (
    <>
      <Show when={question()}>
        {(asked) => (
          <Banner
            icon={microphoneIcon}
            title={t().youAre.asked(nameOf(asked().by))}
            action={
              <>
                <Button size="small" onClick={turnOn}>
                  {t().turnOn}
                </Button>
                <Button look="quiet" size="small" onClick={() => void answer('declined')}>
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
            icon={told().icon}
            title={told().title}
            saidByAnnouncer
            action={
              <Button look="quiet" size="small" onClick={dismiss}>
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
