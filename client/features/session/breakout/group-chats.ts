import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  getOwner,
  on,
  runWithOwner,
  untrack,
} from 'solid-js';
import type { BreakoutId, CallId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import type { FailedMessage } from '../chat/chat-place.ts';
import { type ChatStore, createChat } from '../chat/chat-store.ts';
import { createDraft, type Draft, groupDraftsOf } from '../chat/draft.ts';
import type { Room } from '../session-room.ts';
import type { Inside } from './inside.ts';
import { words } from './words.ts';

/** The talk of one place, and what one is writing there. */
export type PlacedChat = {
  readonly breakoutId: BreakoutId | undefined;
  readonly chat: ChatStore;
  readonly draft: Draft;
};

/** One chat for each breakout that one has been in: what was written in it and not sent is there still when one has left. */
export function createGroupChats(room: Room, inside: Inside, isOpen: (id: BreakoutId) => boolean) {
  const t = useWords(words);
  const owner = getOwner();
  const [made, setMade] = createSignal<ReadonlyMap<BreakoutId, PlacedChat>>(new Map());

  function make(breakoutId: BreakoutId): PlacedChat {
    const place = {
      breakoutId,
      chat: () => (inside.id() === breakoutId ? inside.state()?.chat : undefined),
      whenFact: (listener: Parameters<Room['whenFact']>[0]) =>
        inside.whenFact((fact, of) => {
          if (of === breakoutId) listener(fact);
        }),
    };
    return { breakoutId, chat: createChat(room, place), draft: createDraft(room, place) };
  }
  createEffect(
    on(inside.id, (id) => {
      if (!id || untrack(made).has(id)) return;
      const placed = runWithOwner(owner, () => make(id));
      if (placed) setMade((before) => new Map(before).set(id, placed));
    }),
  );
  const early = createEarlierDrafts(room);
  /** Begun on an earlier page, in a room that one has not been in on this one. */
  const begunEarlier = (): readonly FailedMessage[] =>
    early
      .drafts()
      .filter(([id]) => !made().has(id) && !isOpen(id))
      .map(([id, text]) => ({
        ...{ callId: draftIdOf(id, 0), kind: 'post', text },
        why: t().writtenInGroup,
      }));
  const all = () => [...made().values()];
  const left = () => all().filter(({ breakoutId }) => breakoutId !== inside.id());
  /** Begun in a room that is no more: there it can never be sent. */
  const begun = ({ breakoutId, draft }: PlacedChat): readonly FailedMessage[] =>
    !breakoutId || isOpen(breakoutId)
      ? []
      : draft.texts().map((text, nth) => ({
          ...{ callId: draftIdOf(breakoutId, nth), kind: 'post', text },
          why: t().writtenInGroup,
        }));
  const here: Accessor<PlacedChat | undefined> = createMemo(() => {
    const id = inside.id();
    return id && made().get(id);
  });
  return {
    here,
    /** Everything written in groups and not sent. */
    texts: (): readonly string[] => [
      ...all().flatMap(({ chat, draft }) => [
        ...[...chat.failed(), ...chat.unsent()].map(({ text }) => text),
        ...draft.texts(),
      ]),
      ...begunEarlier().map(({ text }) => text),
    ],
    hasPlace: (breakoutId: BreakoutId) => untrack(made).has(breakoutId),
    has: (messageId: Parameters<ChatStore['message']>[0]) =>
      all().some(({ chat }) => chat.message(messageId) !== undefined),
    /** What did not get through in rooms that one is in no more: it is given back with all. */
    leftBehind: (): readonly FailedMessage[] => [
      ...left().flatMap((placed) => [...placed.chat.failed(), ...begun(placed)]),
      ...begunEarlier(),
    ],
    dropLeftBehind(callId: CallId): void {
      for (const [id] of early.drafts()) if (draftIdOf(id, 0) === callId) early.drop(id);
      for (const { breakoutId, chat, draft } of left()) {
        chat.dropFailed(callId);
        if (!breakoutId) continue;
        const nth = draft.texts().findIndex((_, each) => draftIdOf(breakoutId, each) === callId);
        if (nth >= 0) draft.drop(nth);
      }
    },
  };
}

/** What the device has of groups, from before the page was opened. Nobody knows which rooms are open before the session is seen. */
function createEarlierDrafts(room: Room) {
  const names = groupDraftsOf(room.sessionId);
  const [kept, setKept] = createSignal<ReadonlyMap<BreakoutId, string>>(new Map());
  void room.live
    .keptDrafts(names)
    .then((drafts) => setKept(drafts as ReadonlyMap<BreakoutId, string>));
  return {
    drafts: () => (room.session() ? [...kept()] : []),
    drop(id: BreakoutId): void {
      setKept((before) => new Map([...before].filter(([each]) => each !== id)));
      void room.live.keepDraft(names + id, '');
    },
  };
}

/** No call: it was never sent. */
const draftIdOf = (breakoutId: BreakoutId, nth: number) => `draft ${breakoutId} ${nth}` as CallId;
