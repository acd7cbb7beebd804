import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { microphoneIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import type { Hosting } from './hosting.ts';
import { createNotices } from './notices.ts';
import { words } from './words.ts';

/** What a teacher did to oneself, by name and calmly, while it is read; and the question to unmute, until it is answered. */
export function HostNotices(props: { readonly room: SeminarRoom; readonly hosting: Hosting }) {
  const t = useWords(words);
  const { session, own } = props.room;
  const { me } = session.room;
  const { notice, dismiss } = createNotices(props.room);
  const nameOf = (personId: PersonId) => session.topics.roster.nameOf(personId, t().aTeacher);

  const ask = () => props.room.controls().asks.find((one) => one.personId === me);
  const answer = (willing: boolean) => {
    void props.hosting.answer(willing);
    // The press is the person's own: nobody else can turn it on.
    if (!willing) return;
    if (props.room.listensOnly()) props.room.takePart();
    own.press('microphone', true);
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
            icon={told().icon}
            title={told().title}
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
