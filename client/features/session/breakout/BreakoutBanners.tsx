import { For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { doorIcon, nowIcon, peopleIcon } from '../../../ui/icons.ts';
import { words as orderWords } from '../order/words.ts';
import type { RoomProps } from '../room-props.ts';
import { ChangeRoom } from './ChangeRoom.tsx';
import { inSentence } from './room-name.ts';
import { calmSeconds } from './time-left.ts';
import { words } from './words.ts';

/** For those inside, what has to be answered first: who is at the door, and that the time is soon up. */
export function InsideBanners(props: RoomProps) {
  const { breakouts } = props.topics;
  return (
    <Show when={breakouts.mineId()}>
      <Knocks {...props} />
      <Show when={breakouts.isEndingSoon()}>
        <EndingSoon {...props} />
      </Show>
    </Show>
  );
}

/** A teacher asks to come in. Anybody in the room answers. */
function Knocks(props: RoomProps) {
  const t = useWords(words);
  const order = useWords(orderWords);
  const { breakouts, roster } = props.topics;
  const knocking = () => breakouts.inside()?.knocks.map(({ by }) => by) ?? [];
  return (
    <For each={knocking()}>
      {(by) => {
        const name = () => roster.nameOf(by, order().aTeacher);
        return (
          <Banner
            saidByAnnouncer
            stays
            icon={doorIcon}
            title={t().knocks(name())}
            action={
              <>
                <Button size="small" onClick={() => breakouts.answerKnock(by, true)}>
                  {t().letIn}
                  <span class="visually-hidden">, {t().letInWho(name())}</span>
                </Button>
                <Button look="quiet" size="small" onClick={() => breakouts.answerKnock(by, false)}>
                  {t().askToWait}
                  <span class="visually-hidden">, {t().letInWho(name())}</span>
                </Button>
              </>
            }
          >
            {t().knocksAbout}
          </Banner>
        );
      }}
    </For>
  );
}

/** The last minute, in seconds that go calmly; a group may ask for one more, and a teacher who is there gives it. */
function EndingSoon(props: RoomProps) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const more = () => {
    if (roster.steers())
      return (
        <Button size="small" onClick={() => breakouts.lengthen(1)}>
          {t().giveMinute}
        </Button>
      );
    return (
      <Show when={!breakouts.inside()?.minuteAsked}>
        <Button size="small" onClick={() => breakouts.askForMinute()}>
          {t().askMinute}
        </Button>
      </Show>
    );
  };
  return (
    <Banner
      saidByAnnouncer
      icon={nowIcon}
      title={t().ending(calmSeconds(breakouts.msLeft() ?? 0))}
      action={more()}
    >
      <Show when={breakouts.inside()?.minuteAsked}>{t().minuteAsked}</Show>
    </Banner>
  );
}

/** For whoever is with all: the way back to one's group. Last: it stands until it is so no more. */
export function WithAllBanner(props: RoomProps) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const isWithAll = () => breakouts.isSplit() && !breakouts.mineId();
  return (
    <Show when={isWithAll() && !roster.steers() && breakouts.own()}>
      {(own) => (
        <Banner
          saidByAnnouncer
          stays
          icon={peopleIcon}
          title={t().belongs(inSentence(own().name))}
          action={
            <>
              <Button size="small" onClick={() => breakouts.goTo(own().id)}>
                {t().backTo(inSentence(own().name))}
              </Button>
              <Show when={breakouts.mayChoose()}>
                <ChangeRoom {...props} />
              </Show>
            </>
          }
        >
          {t().belongsAbout}
        </Banner>
      )}
    </Show>
  );
}

/** For whoever came when the session was split: a teacher finds them a group. On the stage, where no notice lies over it. */
export function UnplacedBanner(props: RoomProps) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const isUnplaced = () =>
    breakouts.isSplit() &&
    !breakouts.own() &&
    !breakouts.mineId() &&
    !breakouts.mayChoose() &&
    roster.iTakePart() &&
    !roster.steers();
  return (
    <Show when={isUnplaced()}>
      <Banner saidByAnnouncer stays icon={peopleIcon} title={t().unplaced}>
        {t().unplacedAbout}
      </Banner>
    </Show>
  );
}
