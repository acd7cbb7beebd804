import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { CaptionLine, HeardCaption } from '#shared/features/session/captions/model.ts';
import { captionsNow } from '#shared/features/session/captions/queries.ts';
import { freshCaptions, hearCaption } from '#shared/features/session/captions/rules.ts';
import { speakCaption, writeCaption } from '#shared/features/session/captions/signals.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import type { BreakoutStore } from '../breakout/breakout-store.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import type { OutgoingState } from './outgoing.ts';
import { createOwnWords } from './own-words-here.ts';
import { createReadingChoice } from './reading-choice.ts';
import { words } from './words.ts';

/** Lines that are too old go within this time. */
const LOOK_MS = 5_000;
/** After the word that somebody came, which is said at the same moment. */
const AFTER_ARRIVAL_MS = 2_000;

/** Where captions come from just now: from somebody who is here, from nobody for a moment, or from nobody. */
export type CaptionsComing = 'yes' | 'away' | 'no';

export type Captions = ReturnType<typeof createCaptions>;

/** What is said in the room, in writing: as one hears of it, and as one wishes to read it. Nothing of it is kept. */
export function createCaptions(
  room: Room,
  roster: RosterStore,
  breakouts: Pick<BreakoutStore, 'mineId' | 'withMe'>,
) {
  const t = useWords(words);
  const { sessionId } = room;
  const choice = createReadingChoice();
  const [heard, setHeard] = createSignal<readonly HeardCaption[]>([]);
  const [isOpen, setOpen] = createSignal(false);
  /** Somebody's own device has written here: what comes by it comes when they speak. */
  const [spoken, setSpoken] = createSignal(false);

  const [ownState, setOwnState] = createSignal<OutgoingState>('ok');
  const own = createOwnWords(room, breakouts.mineId, setOwnState);

  const hear = (line: CaptionLine) => {
    if (line.source === 'speaker') setSpoken(true);
    setHeard((lines) => hearCaption(lines, line, Date.now()));
  };
  // What was said in another room is nobody's here.
  createEffect(
    on(breakouts.mineId, (breakoutId) => {
      setHeard([]);
      setSpoken(false);
      for (const signal of [writeCaption, speakCaption])
        onCleanup(room.live.whenShown(signal, breakoutId ?? sessionId, hear));
    }),
  );
  const timer = setInterval(
    () =>
      setHeard((lines) => {
        const fresh = freshCaptions(lines, Date.now());
        return fresh.length === lines.length ? lines : fresh;
      }),
    LOOK_MS,
  );
  onCleanup(() => clearInterval(timer));

  const captioners = createMemo(() =>
    roster
      .here()
      .filter(({ personId }) => breakouts.withMe(personId))
      .filter(({ part, guestAs }) => part === 'guest' && guestAs === 'captioner'),
  );
  const isWriter = createMemo(() => captioners().some(({ personId }) => personId === room.me));
  const isOnLine = createMemo(() => room.live.connection.state().status === 'online');
  const isIn = createMemo(() => room.state().status === 'in-session' && isOnLine());
  const exist = createMemo(() => captioners().length > 0 || spoken());
  const coming = createMemo((): CaptionsComing => {
    if (!exist()) return 'no';
    const isAway = captioners().every(({ presence }) => presence.status === 'lost');
    return !isOnLine() || (isAway && !spoken()) ? 'away' : 'yes';
  });
  const isRead = createMemo(() => choice.on() || isWriter());

  // Whoever comes late, or comes back, sees what the others see.
  createEffect(
    on(
      () => isIn() && isRead() && exist() && (breakouts.mineId() ?? sessionId),
      async (asks) => {
        if (!asks) return;
        const answer = await askOverHttp(captionsNow, { sessionId });
        // Asked of the room that one was in then.
        if (!answer.ok || (breakouts.mineId() ?? sessionId) !== asks) return;
        const known = new Set(heard().map(({ line }) => line.captionId));
        // What was heard meanwhile is newer.
        const missed = answer.value.lines.filter(({ captionId }) => !known.has(captionId));
        setHeard((lines) =>
          [...missed, ...lines.map(({ line }) => line)].reduce<readonly HeardCaption[]>(
            (all, line) => hearCaption(all, line, Date.now()),
            [],
          ),
        );
      },
    ),
  );
  createEffect(
    on(
      () => exist() && !isWriter(),
      (are) => {
        if (!are || choice.on()) return;
        const saying = setTimeout(() => announce(t().spoken.canBeRead), AFTER_ARRIVAL_MS);
        onCleanup(() => clearTimeout(saying));
      },
    ),
  );

  return {
    choice,
    lines: createMemo(() => heard().map(({ line }) => line)),
    /** Somebody who writes for all is here, or somebody's own device has written. */
    exist,
    coming,
    /** One writes for all oneself. */
    isWriter,
    /** They are in view: one reads them, and there are any. */
    isShown: createMemo(() => choice.on() && exist() && !isWriter()),
    /** Whose words a line is, in the room's own names; empty where that is not said. */
    whose: ({ speaker }: CaptionLine): string => (speaker ? roster.nameOf(speaker) : ''),
    captionerNames: (): readonly string[] =>
      captioners().map(({ personId }) => roster.nameOf(personId)),
    isOpen,
    open: setOpen,
    /** What one's own device hears of oneself, to all. */
    hearMe: own.hear,
    /** How that goes out. */
    ownState,
  };
}
