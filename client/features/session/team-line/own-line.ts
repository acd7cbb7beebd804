import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  untrack,
} from 'solid-js';
import { teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import { writeToTeam } from '#shared/features/session/team-line/commands.ts';
import type { TeamMessage } from '#shared/features/session/team-line/model.ts';
import { ownTeamLine } from '#shared/features/session/team-line/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { aSheetIsOpen } from '../../../ui/back-closes.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { createLineDraft } from './line-draft.ts';
import { openLine } from './open-line.ts';
import { createOutgoing } from './outgoing.ts';
import { words } from './words.ts';

export type OwnLine = ReturnType<typeof createOwnLine>;

/** One's own line to the session's teachers. Nothing is opened before there is something on it, or one wants to write. */
export function createOwnLine(room: Room, roster: RosterStore) {
  const { sessionId } = room;
  const t = useWords(words);
  const [found, setFound] = createSignal<OutputOf<typeof ownTeamLine>>();
  const [isOpen, setOpen] = createSignal(false);
  const [begun, setBegun] = createSignal(false);
  /** Something in sight says itself that an answer has come. */
  const [isTold, setTold] = createSignal(false);
  /** How many messages stood on the line when it was last in sight. */
  const [seen, setSeen] = createSignal(0);

  /** For everybody who sits here and does not teach here. */
  const mine = createMemo(() => {
    const part = roster.mine()?.part;
    return part !== undefined && part !== 'teacher';
  });
  const online = createMemo(() => room.live.connection.state().status === 'online');
  let over = false;
  onCleanup(() => {
    over = true;
  });
  createEffect(() => {
    if (mine() && online() && !found()) void find();
  });
  async function find(): Promise<void> {
    const answer = await askOverHttp(ownTeamLine, { sessionId });
    if (over || !answer.ok) return;
    setFound(answer.value);
    if (answer.value.begun) setBegun(true);
  }

  const channel = openLine(room, teamLineChannel, () => (begun() ? found()?.lineId : undefined));
  const line = createFollowed(() => channel()?.state(), { messages: [] }, 'id');
  const draft = createLineDraft(room, `team-line ${sessionId}`);
  /** What stands on the line as the lobby has it, while it is in sight there. */
  const [outside, setOutside] = createSignal<Accessor<readonly TeamMessage[]>>();
  const outgoing = createOutgoing(room, {
    command: writeToTeam,
    messages: () => outside()?.() ?? line.messages,
    otherLane: room.lobbyLane,
  });

  createEffect(() => {
    const open = channel();
    if (!open) return;
    onCleanup(
      open.whenFact(({ message }) => {
        if (!message.fromTeam) return;
        const says = t().spokenAnswer(roster.nameOf(message.by, message.byName));
        if (isOpen() || (isTold() && !aSheetIsOpen())) announce(says);
        else room.say(says);
      }),
    );
  });
  createEffect(() => {
    if (isOpen()) setSeen(line.messages.length);
  });
  /** Answers since the line was last in sight. After one's own last word all are new to a page that was loaded anew: it cannot know. */
  const unseen = createMemo(() => {
    if (isOpen()) return 0;
    const lastOwn = line.messages.findLastIndex((message) => !message.fromTeam);
    return Math.max(0, line.messages.length - Math.max(seen(), lastOwn + 1));
  });

  const written = () =>
    [...outgoing.failed(), ...outgoing.unsent(), { text: draft.text() }]
      .map(({ text }) => text)
      .filter((text) => text.trim() !== '');

  return {
    /** Whether one has a line here at all. */
    mine,
    messages: () => line.messages,
    /** Whether what stands on it is still on its way here. */
    loading: () => found()?.begun === true && channel()?.state() === undefined,
    unseen,
    draft,
    outgoing,
    isOpen,
    /**
     * Heard from now on, though nothing stands on it: somebody on pause may be written to first. Until Solid cleans up, what
     * is in sight tells of an answer, and no notice lies over it.
     */
    listen(): void {
      setBegun(true);
      setTold(true);
      onCleanup(() => setTold(false));
    },
    show(shown: boolean): void {
      setOpen(shown);
      if (!shown) return;
      setBegun(true);
      if (!found()) void find();
    },
    /** Who reads it, in one sentence. */
    whoReads: () => {
      const teachers = found()?.teachers ?? [];
      if (teachers.length === 0) return t().whoReadsUnnamed;
      return t().whoReads(inARow(language(), [...teachers, t().andYou]));
    },
    write: (text: string) => void outgoing.send({ sessionId, text }),
    /** In the lobby the same words are gone on with: there is one draft, and one list of what is on its way. Until Solid cleans up. */
    showOutside(messages: Accessor<readonly TeamMessage[]>): void {
      setOutside(() => messages);
      onCleanup(() => setOutside(undefined));
    },
    writeOutside: (text: string) =>
      void room.live.send(
        writeToTeam,
        { sessionId, text, lang: untrack(language) },
        { lane: room.lobbyLane },
      ),
    /** Written and not sent, and nowhere in sight. */
    texts: () => (outside() ? [] : written()),
    label: () => (unseen() > 0 ? t().writeWithNew(unseen()) : t().write),
  };
}
