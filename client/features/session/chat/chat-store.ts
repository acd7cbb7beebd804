import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { isChatDue } from '#shared/features/programme/keeping/rules.ts';
import * as commands from '#shared/features/session/chat/commands.ts';
import { type ChatMessage, EDIT_WINDOW_MS } from '#shared/features/session/chat/model.ts';
import { earlierMessages } from '#shared/features/session/chat/queries.ts';
import { changeMessages, isMessageChange } from '#shared/features/session/chat/rules.ts';
import type { BreakoutId, CallId, MessageId, PersonId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { type Language, language, useWords } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import type { Room } from '../session-room.ts';
import type { ChatPlace, FailedMessage } from './chat-place.ts';
import { createExport } from './export.ts';
import { createOwnChanges, isChange, isRestoring } from './own-changes.ts';
import { createReactions } from './reactions.ts';
import { createSearch } from './search.ts';
import { followChat, NOTHING_SHOWN, type ShownMessages, withEarlier } from './shown-messages.ts';
import { words } from './words.ts';

/** A message of one's own that the server has not said ok to. */
export type UnsentMessage = {
  readonly callId: CallId;
  readonly text: string;
  readonly lang: Language | undefined;
  readonly standing: 'waiting' | 'sending' | 'held';
};

type PostInput = {
  readonly text: string;
  readonly lang?: Language;
  readonly breakoutId?: BreakoutId;
};
type ChangeInput = { readonly messageId: MessageId };

export type ChatStore = ReturnType<typeof createChat>;

/** What everybody in one place has written, and one's own on its way. */
export function createChat(room: Room, place: ChatPlace) {
  const { sessionId, me } = room;
  const t = useWords(words);
  const any = useWords(refusalWords);
  const [shown, setShown] = createSignal<ShownMessages>(NOTHING_SHOWN);
  const [fetching, setFetching] = createSignal<'no' | 'now' | 'failed'>('no');
  const [failed, setFailed] = createSignal<readonly FailedMessage[]>([]);
  const changes = createOwnChanges(room);
  const reactions = createReactions(room);
  const search = createSearch(room, place);
  const fileOfIt = createExport(room);

  createEffect(() => {
    const chat = place.chat();
    setShown((now) => (chat ? followChat(now, chat) : NOTHING_SHOWN));
  });
  // Messages that have slid out of the channel's state are still on the screen: they change too.
  place.whenFact((fact) => {
    if (isMessageChange(fact) || fact.type === 'message-reacted')
      setShown((now) => ({ ...now, messages: changeMessages(now.messages, fact) }));
  });
  const list = createFollowed(shown, { messages: [], hasEarlier: false }, 'id');
  const byId = createMemo(
    () => new Map<MessageId, ChatMessage>(list.messages.map((message) => [message.id, message])),
  );

  /** The server tells everybody before it tells us: for a moment a message is both there and unsent. */
  const landed = (text: string) =>
    shown()
      .messages.slice(-3)
      .some((message) => message.by === me && message.text === text.trim());
  const unsent = createMemo((): readonly UnsentMessage[] =>
    room.live
      .unsent()
      .filter(
        (call) =>
          call.lane === room.lane &&
          call.name === commands.postMessage.name &&
          (call.input as PostInput).breakoutId === place.breakoutId,
      )
      .map(({ callId, input, standing }) => ({
        callId,
        text: (input as PostInput).text,
        lang: (input as PostInput).lang,
        standing,
      }))
      .filter((message) => message.standing !== 'sending' || !landed(message.text)),
  );

  // Hears also how those end that an earlier page left behind.
  const stopHearing = room.live.outbox.whenSettled((call, reply) => {
    if (reply.ok || call.lane !== room.lane) return;
    const kind = kindOf(call.name);
    if (kind === undefined || !isOfHere(kind, call.input)) return;
    const restoring = kind === 'restoring' ? t().restoreRefusals : {};
    const said: Readonly<Record<string, string>> = { ...any(), ...t().refusals, ...restoring };
    const why = said[reply.refusal] ?? any().fault;
    const { text = '' } = call.input as Partial<PostInput>;
    if (text !== '') setFailed((all) => [...all, { callId: call.callId, kind, text, why }]);
  });

  onCleanup(stopHearing);
  /** A change is of the place that has the message. What is of no place any more is given back with all. */
  function isOfHere(kind: FailedMessage['kind'], input: unknown): boolean {
    if (kind === 'post') {
      const { breakoutId } = input as PostInput;
      if (breakoutId === place.breakoutId) return true;
      return breakoutId !== undefined && place.groups?.hasPlace(breakoutId) === false;
    }
    const { messageId } = input as ChangeInput;
    return untrack(byId).has(messageId) || place.groups?.has(messageId) === false;
  }

  /** One of its teachers, who may hide others' words. */
  const steers = createMemo(() =>
    room.session()?.roster.entries.some((one) => one.personId === me && one.part === 'teacher'),
  );
  const isHidden = (message: ChatMessage) => message.hiddenAt !== null && !isGone(message);
  const hide = (command: typeof commands.hideMessage, messageId: MessageId) =>
    room.attempt(command, { sessionId, messageId }, () => t().refusals);

  function isGone(message: ChatMessage): boolean {
    const change = changes.pending(message.id);
    return change ? change.kind === 'deletion' : message.deletedAt !== null;
  }

  async function fetchEarlier(): Promise<boolean> {
    const before = shown().messages[0]?.id;
    if (!before || fetching() === 'now') return false;
    setFetching('now');
    const { breakoutId } = place;
    const ask = { sessionId, before, ...(breakoutId && { breakoutId }) };
    const answer = await askOverHttp(earlierMessages, ask);
    setFetching(answer.ok ? 'no' : 'failed');
    if (answer.ok) setShown((now) => withEarlier(now, answer.value));
    return answer.ok;
  }

  return {
    breakoutId: place.breakoutId,
    messages: () => list.messages,
    message: (id: MessageId) => byId().get(id),
    hasEarlier: () => list.hasEarlier,
    fetchingEarlier: fetching,
    unsent,
    failed: (): readonly FailedMessage[] => [...failed(), ...(place.groups?.leftBehind() ?? [])],

    isMe: (personId: PersonId) => personId === me,
    isMine: (message: ChatMessage) => message.by === me,
    mayEdit: (message: ChatMessage) =>
      message.by === me &&
      message.deletedAt === null &&
      message.hiddenAt === null &&
      currentTime() < message.at + EDIT_WINDOW_MS,
    mayRemove: (message: ChatMessage) => message.by === me && message.deletedAt === null,
    isGone,
    isHidden,
    hasWords: (message: ChatMessage) => message.hiddenAt === null && !isGone(message),
    /** Whether there is anything to do with it: with what is hidden, for its writer and for teachers alone. */
    hasChoices: (message: ChatMessage) =>
      !isGone(message) && (message.hiddenAt === null || message.by === me || steers() === true),
    mayHide: (message: ChatMessage) => steers() === true && message.by !== me && !isGone(message),
    async hide({ id }: ChatMessage): Promise<void> {
      if (await hide(commands.hideMessage, id)) room.say(t().hidingDone);
    },
    async unhide({ id }: ChatMessage): Promise<void> {
      if (await hide(commands.unhideMessage, id)) room.say(t().unhidingDone);
    },
    /** As it will read when one's own change is through. */
    wordsOf: (message: ChatMessage) => {
      const change = changes.pending(message.id);
      return change?.kind === 'words' ? change.text : message.text;
    },
    changes,
    reactions,
    search,
    keeping: () => room.session()?.chatKeeping,
    /** Erased by the rule of the course: there is nothing because nothing is kept. */
    isErased: () => {
      const rule = room.session()?.chatKeeping;
      return rule !== undefined && list.messages.length === 0 && isChatDue(rule, currentTime());
    },
    export: fileOfIt,

    post: (text: string, replyTo: MessageId | undefined) => {
      const lang = untrack(language);
      const { breakoutId } = place;
      const said = { sessionId, text, lang, ...(breakoutId && { breakoutId }) };
      room.send(commands.postMessage, { ...said, ...(replyTo && { replyTo }) });
    },
    dropFailed(callId: CallId): void {
      setFailed((all) => all.filter((message) => message.callId !== callId));
      place.groups?.dropLeftBehind(callId);
    },
    takeBack: (callId: CallId) => room.live.outbox.drop(callId),

    fetchEarlier,
    /** Fetches earlier ones as far as a message. */
    async fetchAsFarAs(id: MessageId): Promise<'there' | 'not-there' | 'failed'> {
      while (!byId().has(id)) {
        if (!list.hasEarlier) return 'not-there';
        if (!(await fetchEarlier())) return 'failed';
      }
      return 'there';
    },
  };
}

function kindOf(name: string): FailedMessage['kind'] | undefined {
  if (name === commands.postMessage.name) return 'post';
  if (isRestoring(name)) return 'restoring';
  return isChange(name) ? 'change' : undefined;
}
