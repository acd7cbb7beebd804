import { createEffect, on, onCleanup, untrack } from 'solid-js';
import type { BreakoutRoomFact } from '#shared/features/session/breakout/channel.ts';
import type { SessionFact } from '#shared/features/session/channel.ts';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { announce, makeAnnouncementBatch } from '../../../ui/announcer.ts';
import { words as orderWords } from '../order/words.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import type { BreakoutStore } from './breakout-store.ts';
import { inSentence } from './room-name.ts';
import { shortened } from './shortened.ts';
import { words } from './words.ts';

/** What is said of one's coming in comes first. */
const AFTER_COMING_MS = 1_500;

type Split = NonNullable<ReturnType<BreakoutStore['split']>>;

/**
 * What is told of the rooms of a split session, each thing once and to each what it is to them: where one is now and with
 * whom, who came in, and that the time is soon up. What happens in other groups is nobody's news.
 */
export function announceBreakouts(
  room: Room,
  topics: { readonly roster: RosterStore; readonly breakouts: BreakoutStore },
) {
  const { roster, breakouts } = topics;
  const { me } = room;
  const t = useWords(words);
  const order = useWords(orderWords);
  const nameOf = (personId: PersonId) => roster.nameOf(personId, order().aTeacher);
  const cameIn = makeAnnouncementBatch<PersonId>(([first, ...rest]) => {
    if (!first) return undefined;
    return rest.length === 0
      ? t().spoken.cameIn(roster.markedName(first))
      : t().spoken.manyCameIn(rest.length + 1);
  });
  onCleanup(cameIn.stop);

  /** «Du er i gruppe 3 med Tor-Arne og Amina. Oppdraget: …» */
  function whereIAm(moved?: string): string {
    const [split, mine] = [breakouts.split(), breakouts.mine()];
    if (!split || !mine) return '';
    const others = mine.inside.filter((personId) => personId !== me).map(nameOf);
    const name = inSentence(mine.name);
    return [
      moved,
      others.length > 0
        ? t().spoken.with(name, inARow(language(), others))
        : t().spoken.alone(name),
      split.task && !roster.steers() && t().spoken.task(split.task),
    ]
      .filter(Boolean)
      .join(' ');
  }
  function opened(split: Split) {
    const { openedAt, endsAt } = split;
    if (!breakouts.mine() || endsAt === null) return standing(split);
    return [standing(split), t().spoken.minutes((endsAt - openedAt) / MINUTE_MS)].join(' ');
  }
  function standing({ rooms }: Split) {
    if (breakouts.mine()) return whereIAm();
    if (roster.steers() || !roster.iTakePart()) return t().spoken.split(rooms.length);
    return breakouts.mayChoose() && !breakouts.own() ? t().spoken.choose : t().spoken.wait;
  }
  function moved({ moves, by }: Extract<SessionFact, { type: 'people-moved' }>): void {
    const own = moves.find(({ personId }) => personId === me);
    // A teacher is let in by one of the group, and a student is moved by a teacher.
    const mover = by !== null && by !== me && !roster.steers() ? nameOf(by) : undefined;
    if (own?.to) {
      const name = inSentence(breakouts.mine()?.name ?? '');
      announce(whereIAm(mover && t().spoken.moved(mover, name)));
      return;
    }
    if (own) {
      announce(mover ? t().spoken.movedBack(mover) : t().spoken.back);
      return;
    }
    const here = breakouts.mineId();
    if (here) cameIn.add(...moves.filter(({ to }) => to === here).map(({ personId }) => personId));
  }
  room.whenFact((fact) => {
    switch (fact.type) {
      case 'breakouts-opened':
        return announce(opened(fact.breakouts));
      case 'people-moved':
        return moved(fact);
      case 'choice-given':
        if (fact.personId === me) room.say(t().spoken.mayChoose);
        return;
      case 'return-moved':
        // That it is soon is said when it is.
        if (!breakouts.isEndingSoon()) announce(t().spoken.endsAt(clockTime(fact.endsAt)));
        return;
      case 'breakouts-ended':
        return room.say(t().spoken.ended);
      case 'knock-answered':
        if (fact.teacherId === me && fact.by !== null && !fact.letIn)
          room.say(t().spoken.askedToWait(nameOfRoom(fact.breakoutId)));
    }
  });
  const nameOfRoom = (id: string) =>
    inSentence(breakouts.split()?.rooms.find((one) => one.id === id)?.name ?? t().main);

  // Whoever comes while it is split, or comes back to a seat anew, is told how it stands: no fact does that.
  createEffect(
    on(
      () => room.state().status === 'in-session',
      (isIn) => {
        const split = isIn && untrack(breakouts.split);
        if (!split) return;
        // After that one is in, which is said in this moment.
        const saying = setTimeout(() => announce(standing(split)), AFTER_COMING_MS);
        onCleanup(() => clearTimeout(saying));
      },
    ),
  );

  breakouts.whenInside((fact: BreakoutRoomFact) => {
    switch (fact.type) {
      case 'help-called':
        if (fact.call.by !== me) room.say(t().spoken.helpCalled(nameOf(fact.call.by)));
        return;
      case 'help-ended':
        // That a teacher has come is told as they come.
        if (fact.by !== null && fact.by !== me && roster.entry(fact.by)?.part !== 'teacher')
          room.say(t().spoken.helpEnded(nameOf(fact.by)));
        return;
      case 'minute-asked':
        if (fact.by !== me) room.say(t().spoken.minuteAsked(nameOf(fact.by)));
        // It stands before one's eyes.
        else announce(t().minuteAsked);
        return;
      case 'knocked':
        return announce(t().spoken.knocks(nameOf(fact.knock.by)));
      case 'knock-answered':
        if (fact.by !== null && fact.by !== me && !fact.letIn)
          room.say(t().spoken.waits(nameOf(fact.teacherId)));
    }
  });
  createEffect(
    on(
      () => breakouts.isEndingSoon() && (breakouts.mineId() !== undefined || roster.steers()),
      (is, before) => {
        if (is && !before) announce(t().spoken.soon);
      },
      { defer: true },
    ),
  );

  return {
    /** A teacher has written to every room: short here, and whole in the chat. */
    toAll({ by, byName, text }: Pick<ChatMessage, 'by' | 'byName' | 'text'>): void {
      if (by !== me) room.say(t().spoken.toAll(roster.nameOf(by, byName), shortened(text)));
    },
  };
}
