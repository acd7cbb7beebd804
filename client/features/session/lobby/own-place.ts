import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  untrack,
} from 'solid-js';
import { lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import { waitInLobby } from '#shared/features/session/lobby/commands.ts';
import type { OwnPlace } from '#shared/features/session/lobby/model.ts';
import { teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import type { TeamLineId } from '#shared/kernel/ids.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import type { Room } from '../session-room.ts';
import { openLine } from '../team-line/open-line.ts';
import type { OwnLine } from '../team-line/own-line.ts';
import { words as lineWords } from '../team-line/words.ts';
import { words as roomWords } from '../words.ts';
import { words } from './words.ts';

/** A full lobby empties by itself. */
const ASK_AGAIN_MS = 15_000;

/** Whoever waits asks now and then whether there is still something to wait for: a plan may change meanwhile. */
const STILL_MS = 30_000;

type Asked =
  | { readonly status: 'asking' }
  | { readonly status: 'has-place'; readonly lineId: TeamLineId }
  | { readonly status: 'full' }
  /** There is no waiting here: why stands behind the closed door. */
  | { readonly status: 'outside'; readonly why: RefusalOf<typeof waitInLobby> | UniversalRefusal };

export type OwnPlaceStore = ReturnType<typeof createOwnPlace>;

/** One's own place in the lobby: asked for at once, kept for as long as this is in sight, and left through the open door. */
export function createOwnPlace(room: Room, ownLine: OwnLine) {
  const { sessionId } = room;
  const t = useWords(words);
  const behindDoor = useWords(roomWords);
  const [asked, setAsked] = createSignal<Asked>({ status: 'asking' });
  let over = false;
  let askingAgain: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => {
    over = true;
    clearTimeout(askingAgain);
  });

  async function ask(again = false): Promise<void> {
    clearTimeout(askingAgain);
    const input = again ? { sessionId, again } : { sessionId };
    const outcome = await room.live.send(waitInLobby, input, { lasting: false });
    if (over) return;
    if (!outcome.ok) {
      const full = outcome.refusal === 'lobby-full';
      if (full) askingAgain = setTimeout(() => void ask(again), ASK_AGAIN_MS);
      setAsked(full ? { status: 'full' } : { status: 'outside', why: outcome.refusal });
      return;
    }
    const { lineId } = outcome.value;
    if (lineId === null) void room.join();
    else if (untrack(asked).status !== 'has-place') setAsked({ status: 'has-place', lineId });
  }
  void ask();

  /** A session that was moved or cancelled has no lobby now; whatever else is answered, one waits as before. */
  async function askStill(): Promise<void> {
    const outcome = await room.live.send(waitInLobby, { sessionId }, { lasting: false });
    if (over || outcome.ok) return;
    const why = outcome.refusal;
    if (why === 'session-cancelled' || why === 'not-open-yet') setAsked({ status: 'outside', why });
  }

  const lineId = () => {
    const now = asked();
    return now.status === 'has-place' ? now.lineId : undefined;
  };
  const channel = openLine(room, lobbyPlaceChannel, lineId);
  const place = createMemo<OwnPlace | undefined>(() => channel()?.state());
  const standing = createMemo(() => place()?.standing);
  createEffect(() => {
    const now = channel()?.status();
    // Taken out, or no longer invited: what is so is said behind the door.
    if (now?.status === 'closed' && now.why !== 'let-go')
      setAsked({ status: 'outside', why: 'not-found' });
  });
  createEffect(() => {
    if (standing()?.status !== 'waiting') return;
    const still = setInterval(() => void askStill(), STILL_MS);
    onCleanup(() => clearInterval(still));
  });
  createEffect(() => {
    if (standing()?.status !== 'let-in') return;
    announce(untrack(t).youAreIn);
    void untrack(room.join);
  });
  createEffect(() => {
    const known = place();
    if (!known) return;
    const { endsAt, endingAt, standing: now } = known;
    room.hearEndOutside(now.status === 'session-ended' ? 0 : Math.min(endsAt, endingAt ?? endsAt));
  });
  createEffect(() => {
    if (standing()?.status === 'session-ended')
      announce(`${untrack(behindDoor).door['session-ended']}.`);
  });
  return {
    asked,
    place,
    standing,
    askAgain: () => ask(true),
    ask: () => ask(),
    line: createLine(room, ownLine, lineId, channel),
  };
}

/** The line to the teachers, as it is from here. What is written here has a way of its own, for the room's is closed. */
function createLine(
  room: Room,
  ownLine: OwnLine,
  lineId: Accessor<TeamLineId | undefined>,
  place: Accessor<{ readonly status: Accessor<{ readonly status: string }> } | undefined>,
) {
  const { live, lobbyLane: lane } = room;
  const t = useWords(lineWords);
  createEffect(() => {
    if (place()?.status().status === 'live') live.outbox.openLane(lane);
    else live.outbox.closeLane(lane);
  });
  onCleanup(() => live.outbox.closeLane(lane));
  const channel = openLine(room, teamLineChannel, lineId);
  const line = createFollowed(() => channel()?.state(), { messages: [] }, 'id');
  createEffect(() => {
    const open = channel();
    if (!open) return;
    onCleanup(
      open.whenFact(({ message }) => {
        if (message.fromTeam) announce(t().spokenAnswer(message.byName));
      }),
    );
  });
  const messages = () => line.messages;
  return {
    messages,
    // Begun here, gone on with inside.
    draft: ownLine.draft,
    outgoing: ownLine.outgoing,
    write: ownLine.writeOutside,
    /** It is in sight, until Solid cleans up. */
    show: () => ownLine.showOutside(messages),
  };
}
