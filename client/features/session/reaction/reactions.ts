import { createSignal, onCleanup } from 'solid-js';
import { type Reaction, SLOWER_COUNTS_MS } from '#shared/features/session/reaction/model.ts';
import { askForSlower, react } from '#shared/features/session/reaction/signals.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { SignalReply } from '#shared/wire/socket-events.ts';
import { keep, kept } from '../../../platform/kept.ts';
import { useWords } from '../../../platform/language.ts';
import { makeAnnouncementBatch } from '../../../ui/announcer.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { countReactions, type Reacted } from './in-words.ts';
import { words } from './words.ts';

/** Something that is shown just now, beside the stage. */
export type Mark = { readonly nth: number; readonly reaction: Reaction; readonly name: string };

/** Long enough to see, too short to gather. */
const SHOWN_MS = 4_000;
/** More at once would be a wall: the newest stand. */
const MARKS_MAX = 6;
const HIDDEN = 'reactions-hidden';

export type Reactions = ReturnType<typeof createReactions>;

/** What people where one is show for a moment, and for teachers how many ask for a slower pace. */
export function createReactions(
  room: Room,
  roster: RosterStore,
  withMe: (personId: PersonId) => boolean,
) {
  const { sessionId } = room;
  const t = useWords(words);
  const [marks, setMarks] = createSignal<readonly Mark[]>([]);
  const [hidden, setHidden] = createSignal(kept(HIDDEN, (value) => value === 'yes') === 'yes');
  const [isOpen, setOpen] = createSignal(false);
  const [slower, setSlower] = createSignal(0);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let nth = 0;

  function after(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  }
  const said = makeAnnouncementBatch<Reacted>((all) =>
    countReactions(all)
      .map(({ reaction, people: [first, ...more] }) => {
        const count = more.length + 1;
        const who = first && more.length === 0 ? roster.nameOf(first, t().someone(1)) : '';
        return t().said[reaction](who || t().someone(count), count);
      })
      .join(', '),
  );
  onCleanup(() => {
    said.stop();
    for (const timer of timers) clearTimeout(timer);
  });

  onCleanup(
    room.live.whenShown(react, sessionId, ({ by, reaction }) => {
      const mine = by === room.me;
      if (!mine && (hidden() || !withMe(by))) return;
      nth += 1;
      const mark = { nth, reaction, name: roster.nameOf(by) };
      setMarks((now) => [...now, mark].slice(-MARKS_MAX));
      after(SHOWN_MS, () => setMarks((now) => now.filter((one) => one !== mark)));
      if (!mine) said.add({ by, reaction });
    }),
  );
  onCleanup(
    room.live.whenShown(askForSlower, sessionId, () => {
      setSlower((count) => count + 1);
      after(SLOWER_COUNTS_MS, () => setSlower((count) => count - 1));
      room.say(t().wantSlower(slower()));
    }),
  );

  function sayWhy(reply: SignalReply | undefined): void {
    if (reply?.ok) return;
    room.say(reply?.refusal === 'too-many-calls' ? t().wait : t().notShown);
  }

  return {
    marks,
    /** How many ask for a slower pace just now; told to teachers alone. */
    slower,
    isOpen,
    open: setOpen,
    hidden,
    hide(others: boolean): void {
      setHidden(others);
      keep(HIDDEN, others ? 'yes' : undefined);
    },
    async show(reaction: Reaction): Promise<void> {
      sayWhy(await room.live.signal(react, { sessionId, reaction }));
    },
    async askForSlower(): Promise<void> {
      const reply = await room.live.signal(askForSlower, { sessionId });
      // Whoever asks again within the minute still counts.
      if (reply?.ok || reply?.refusal === 'too-many-calls') room.say(t().slowerSent);
      else sayWhy(reply);
    },
  };
}
