import { createEffect, createMemo, type JSX, on, Show } from 'solid-js';
import type { Breakouts } from '#shared/features/session/breakout/model.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { handIcon, nowIcon, peopleIcon } from '../../../ui/icons.ts';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import {
  askedKeys,
  minutesAsked,
  minutesSince,
  newlyAsked,
  type Waiting,
  waitingOf,
} from './overview.ts';
import { askForOverview, overviewIsSeen } from './overview-seen.ts';
import { inSentence } from './room-name.ts';
import { words as breakoutWords } from './words.ts';

/** For a teacher, wherever they are: which group waits for one, and who came without one, heard once, and shown where the overview is not. */
export function LeadNotice(props: RoomProps) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const led = createMemo(() => (roster.steers() ? breakouts.split() : undefined));
  const waiting = createMemo((): readonly Waiting[] => {
    const split = led();
    return split ? waitingOf(split, props.room.me) : [];
  });
  const asked = createMemo((): ReadonlyMap<string, string> => {
    const split = led();
    return split ? askedKeys(split, props.room.me) : new Map();
  });
  // In one sentence each, said together: the second would else be said over the first.
  createEffect(
    on(asked, (now, before) => {
      const { calls, minutes } = newlyAsked(before ?? new Map(), now);
      const said = [
        calls.length > 0 && t().notice.calls(inARow(language(), calls), calls.length),
        minutes.length > 0 && t().notice.minute(inARow(language(), minutes), minutes.length),
      ].filter(Boolean);
      if (said.length > 0) announce(said.join(' '));
    }),
  );
  // Who was without a group when it was split, its teachers know.
  createEffect(
    on(
      () => (led() ? breakouts.toPlace() : undefined),
      (now, before) => {
        const came = now && before && now.filter((personId) => !before.includes(personId));
        if (!came || came.length === 0) return;
        const names = came.map((personId) => roster.markedName(personId));
        announce(t().notice.without(inARow(language(), names), names.length));
      },
    ),
  );
  const first = () => (overviewIsSeen() ? undefined : waiting()[0]);
  return (
    <Show
      when={first()}
      fallback={<MinuteNotice {...props} split={led()} fallback={<WithoutNotice {...props} />} />}
    >
      {(group) => (
        <Banner
          icon={handIcon}
          title={group().name}
          saidByAnnouncer
          stays
          action={
            <Button size="small" onClick={() => breakouts.goTo(group().id)}>
              {t().overview.enter}
              <span class="visually-hidden"> {t().overview.to(inSentence(group().name))}</span>
            </Button>
          }
        >
          {t().overview.waits(minutesSince(group().since, currentTime()))}.{' '}
          {waiting().length > 1 ? t().notice.more(waiting().length - 1) : ''}
        </Banner>
      )}
    </Show>
  );
}

/** Who asks for a minute more, where the overview is not: one press gives it to all. */
function MinuteNotice(
  props: RoomProps & { readonly split: Breakouts | undefined; readonly fallback: JSX.Element },
) {
  const t = useWords(words);
  const names = createMemo(() =>
    props.split && !overviewIsSeen()
      ? minutesAsked(props.split, props.room.me).map(({ name }) => name)
      : [],
  );
  return (
    <Show when={names().length > 0} fallback={props.fallback}>
      <Banner
        icon={nowIcon}
        title={inARow(language(), names())}
        saidByAnnouncer
        stays
        action={
          <Button size="small" onClick={() => props.topics.breakouts.lengthen(1)}>
            {t().overview.oneMore}
          </Button>
        }
      >
        {t().notice.asks(names().length)}
      </Banner>
    </Show>
  );
}

/** Who has no group, where the overview is not: the way to it, where each is placed. */
function WithoutNotice(props: RoomProps) {
  const t = useWords(words);
  const common = useWords(breakoutWords);
  const { breakouts, roster } = props.topics;
  const names = createMemo(() =>
    roster.steers() && !overviewIsSeen()
      ? (breakouts.toPlace() ?? []).map((personId) => roster.markedName(personId))
      : [],
  );
  const toOverview = () => {
    askForOverview();
    if (breakouts.mineId()) void breakouts.goTo(null);
  };
  return (
    <Show when={names().length > 0}>
      <Banner
        icon={peopleIcon}
        title={t().notice.without(inARow(language(), names()), names().length)}
        saidByAnnouncer
        stays
        action={
          <Button size="small" onClick={toOverview}>
            {breakouts.mineId() ? common().toAll : t().notice.toRooms}
          </Button>
        }
      >
        {t().notice.placeThem}
      </Banner>
    </Show>
  );
}
