import { type Accessor, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import type { TeamMessage } from '#shared/features/session/team-line/model.ts';
import type { CallId } from '#shared/kernel/ids.ts';
import type { AnyCommand, InputOf } from '#shared/wire/contract.ts';
import { type Language, language, useWords } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import type { FailedMessage } from '../chat/chat-place.ts';
import type { UnsentMessage } from '../chat/chat-store.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

type Input = { readonly text: string; readonly lang?: Language };

/** One's own words to a line on their way, and those that were refused, with the words back. */
export type Outgoing = {
  readonly unsent: Accessor<readonly UnsentMessage[]>;
  readonly failed: Accessor<readonly FailedMessage[]>;
  readonly dropFailed: (callId: CallId) => void;
};

/** Follows the calls of one kind of a session. They are told apart by `only`, where it has several lines. */
export function createOutgoing<C extends AnyCommand>(
  room: Room,
  line: {
    readonly command: C;
    /** What stands on the line that a call is about, as far as heard. */
    readonly messages: (input: InputOf<C>) => readonly TeamMessage[];
    /** Where else words to it may be on their way. */
    readonly otherLane?: string;
  },
) {
  const t = useWords(words);
  const any = useWords(refusalWords);
  type About = { readonly input: InputOf<C> };
  const [failed, setFailed] = createSignal<readonly (FailedMessage & About)[]>([]);
  const isOurs = (call: { readonly lane: string | null; readonly name: string }) =>
    call.lane !== null &&
    [room.lane, line.otherLane].includes(call.lane) &&
    call.name === line.command.name;

  /** The fact may come before the reply: for a moment a message is both there and unsent. */
  const landed = (input: InputOf<C>) =>
    line
      .messages(input)
      .slice(-3)
      .some(({ by, text }) => by === room.me && text === (input as Input).text.trim());
  const unsent = createMemo((): readonly (UnsentMessage & About)[] =>
    room.live
      .unsent()
      .filter(isOurs)
      .map(({ callId, input, standing }) => ({
        callId,
        text: (input as Input).text,
        lang: (input as Input).lang,
        standing,
        input: input as InputOf<C>,
      }))
      .filter((message) => message.standing !== 'sending' || !landed(message.input)),
  );

  // Hears also how those end that an earlier page left behind.
  onCleanup(
    room.live.outbox.whenSettled((call, reply) => {
      if (reply.ok || !isOurs(call)) return;
      const said: Readonly<Record<string, string>> = { ...any(), ...t().refusals };
      const why = said[reply.refusal] ?? any().fault;
      const input = call.input as InputOf<C>;
      const { text } = input as Input;
      setFailed((all) => [...all, { callId: call.callId, kind: 'post', text, why, input }]);
    }),
  );

  const dropFailed = (callId: CallId) =>
    setFailed((all) => all.filter((message) => message.callId !== callId));
  return {
    unsent,
    failed,
    dropFailed,
    only: (isHere: (input: InputOf<C>) => boolean): Outgoing => ({
      unsent: () => unsent().filter((message) => isHere(message.input)),
      failed: () => failed().filter((message) => isHere(message.input)),
      dropFailed,
    }),
    send: (input: Omit<InputOf<C>, 'lang'>) =>
      room.send(line.command, { ...input, lang: untrack(language) } as InputOf<C>),
  };
}
