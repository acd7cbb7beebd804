import { createEffect, createMemo, createSignal, on, untrack } from 'solid-js';
import type { SessionFact } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/round/commands.ts';
import type { PersonId, RoundId } from '#shared/kernel/ids.ts';
import type { InputOf } from '#shared/wire/contract.ts';
import { language, useWords } from '../../../platform/language.ts';
import { announce, announceAtOnce } from '../../../ui/announcer.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { createBeginning } from './beginning.ts';
import { createElapsed } from './elapsed.ts';
import { createOwnWish, type Wish } from './own-wish.ts';
import { standingIn } from './seats.ts';
import { createVoiceNote } from './voice-notes/voice-note-store.ts';
import { words as voiceWords } from './voice-notes/words.ts';
import { words } from './words.ts';

export type RoundStore = ReturnType<typeof createRound>;

/**
 * A talking circle that goes on, and one's own part in it.
 * @param isCovered something lies over it that all are to attend to
 */
export function createRound(room: Room, roster: RosterStore, isCovered: () => boolean) {
  const t = useWords(words);
  const voice = useWords(voiceWords);
  const { sessionId, me } = room;
  const refusals = () => t().refusals;
  const round = createMemo(() => room.session()?.round ?? undefined);
  const roundId = createMemo(() => round()?.id);
  const holder = createMemo(() => round()?.turn?.personId);
  const next = createMemo(() => round()?.next ?? undefined);
  const mine = createMemo(() => {
    const now = round();
    return now?.ring.includes(me) ? standingIn(now, me) : undefined;
  });
  const { wish, setWish, comesBack, setComesBack } = createOwnWish(sessionId, roundId);
  const draft = createTurnText(room, roundId);

  const giveOn = async (again: boolean) => {
    const id = roundId();
    const input = id && { sessionId, roundId: id, again };
    if (input && (await room.attempt(commands.giveOn, input, refusals)) !== undefined)
      setComesBack(again);
  };
  // It has come back.
  createEffect(on(mine, (standing) => standing === 'word' && setComesBack(false)));
  const nameOf = (personId: PersonId | undefined) => (personId ? roster.nameOf(personId) : '');
  room.whenFact((fact: SessionFact) => {
    switch (fact.type) {
      case 'turn-written':
        if (fact.turn.personId !== me)
          announce(t().spoken.wrote(nameOf(fact.turn.personId), fact.turn.text));
        break;
      case 'voice-note-given':
        if (fact.note.personId !== me)
          announce(voice().given(nameOf(fact.note.personId), fact.note.seconds));
        break;
      case 'round-ended':
        if (fact.by !== me) room.say(t().spoken.ended);
        break;
    }
  });
  const standing = () => ({ id: roundId(), holder: holder(), next: next() });
  // One sentence for what happens at once: the second would else be said over the first.
  createEffect(
    on(
      standing,
      (now, before) => {
        if (!now.id) return;
        const isNew = now.id !== before?.id;
        const isMine = now.holder === me && (isNew || before?.holder !== me) && !untrack(wish);
        const moved = now.holder && (isNew || now.holder !== before?.holder);
        const said = [
          isNew && t().spoken.started(untrack(round)?.prompt ?? ''),
          isMine && t().spoken.youHaveTheWord,
          moved && now.holder !== me && t().spoken.hasTheWord(nameOf(now.holder)),
          now.next === me && (isNew || before?.next !== me) && t().spoken.youAreNext,
        ].filter((one) => typeof one === 'string');
        if (said.length > 0) (isMine ? announceAtOnce : announce)(said.join(' '));
      },
      { defer: true },
    ),
  );

  // What was said ahead, and after it is known whether to speak of it: as soon as the word is here it goes on. Another tab may have been quicker, which is no matter.
  createEffect(() => {
    if (mine() !== 'word') return;
    const wanted = untrack(wish);
    const id = untrack(roundId);
    if (!wanted || !id) return;
    setWish(undefined);
    const again = wanted === 'again';
    void room
      .send(commands.giveOn, { sessionId, roundId: id, again })
      .then((outcome) => outcome.ok && setComesBack(again));
  });

  return {
    isOn: createMemo(() => round() !== undefined),
    round,
    holder,
    next,
    mine,
    wish,
    comesBack,
    /** Said ahead, and taken back by the same press. */
    turnWish: (wanted: Wish) => setWish(wish() === wanted ? undefined : wanted),
    ...draft,
    voiceNote: createVoiceNote(room, roundId),
    elapsed: createElapsed({
      since: () => round()?.turn?.since,
      minutes: () => round()?.minutes ?? null,
      isCovered,
    }),
    /** What a teacher is about to begin. */
    beginning: createBeginning(),
    giveOn,
    /** Whether it is shown. */
    async share(): Promise<boolean> {
      const id = roundId();
      const text = draft.text().trim();
      if (!id || text === '') return false;
      const input = { sessionId, roundId: id, text, lang: language() };
      const shared = (await room.attempt(commands.writeTurn, input, refusals)) !== undefined;
      if (shared) draft.forget();
      return shared;
    },
    start: async (asked: Omit<InputOf<typeof commands.startRound>, 'sessionId'>) =>
      (await room.attempt(commands.startRound, { sessionId, ...asked }, refusals)) !== undefined,
    moveOn: () => {
      const [id, from] = [roundId(), holder()];
      return (
        id && from && room.attempt(commands.moveTurnOn, { sessionId, roundId: id, from }, refusals)
      );
    },
    letComeNext: (personId: PersonId) => {
      const id = roundId();
      return (
        id && room.attempt(commands.setNextTurn, { sessionId, roundId: id, personId }, refusals)
      );
    },
    end: () => {
      const id = roundId();
      return id && room.attempt(commands.endRound, { sessionId, roundId: id }, refusals);
    },
  };
}

/** What one writes in place of saying it: on this device alone until it is shared, and gone with its round, also one that ended unheard. */
function createTurnText(room: Room, roundId: () => RoundId | undefined) {
  const prefix = `round ${room.sessionId} `;
  const [text, setText] = createSignal('');
  const keep = (words: string) => {
    const id = untrack(roundId);
    if (id) void room.live.keepDraft(prefix + id, words);
  };
  const takeUp = async (id: RoundId | undefined) => {
    setText('');
    for (const [of, kept] of await room.live.keptDrafts(prefix)) {
      if (of !== id) void room.live.keepDraft(prefix + of, '');
      // Whoever was quicker than the device has the last word.
      else if (untrack(text) === '' && untrack(roundId) === id) setText(kept);
    }
  };
  const known = createMemo(() => room.session() !== undefined);
  createEffect(() => {
    if (known()) void takeUp(roundId());
  });
  const write = (words: string) => {
    setText(words);
    keep(words);
  };
  return { text, write, forget: () => untrack(text) !== '' && write('') };
}
