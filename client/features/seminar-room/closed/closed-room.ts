import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { closeRoom, openRoom } from '#shared/features/seminar-room/commands.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { fingerprintOf } from './fingerprint.ts';
import {
  cameByBadLink,
  forgetKey,
  heldKey,
  holdKey,
  madeHere,
  makeAndHoldKey,
} from './held-key.ts';
import { type KeySlip, linkWith, type RoomKey, readKey } from './key-text.ts';
import { type KeyTrouble, keyTrouble } from './key-trouble.ts';
import { words } from './words.ts';

export type ClosedRoom = {
  readonly closed: () => boolean;
  /** Who closed it, by name. */
  readonly closedBy: () => string;
  readonly key: () => RoomKey | undefined;
  /** What those who hold the key compare; undefined without a key, and while it is worked out. */
  readonly fingerprint: Accessor<string | undefined>;
  readonly trouble: Accessor<KeyTrouble | undefined>;
  readonly cameByBadLink: () => boolean;
  readonly link: () => string | undefined;
  readonly close: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** Takes what somebody typed for the key; says what is wrong with it. */
  readonly give: (typed: string) => KeySlip | undefined;
  readonly sheetOpen: Accessor<boolean>;
  readonly showSheet: (shown: boolean) => void;
};

/** The closed room as one person has it: the key in this tab, what the server knows of it, and what can be compared. */
export function createClosedRoom(seminar: SeminarRoom): ClosedRoom {
  const t = useWords(words);
  const { room, topics } = seminar.session;
  const { sessionId } = room;
  const [sheetOpen, showSheet] = createSignal(false);
  const closed = () => seminar.controls().closed !== null;
  const key = createMemo(() => heldKey(sessionId));
  const fingerprint = createFingerprint(key);
  const nameOf = (personId: PersonId) => topics.roster.nameOf(personId, t().aTeacher);

  seminar.whenFact((fact) => {
    if (fact.type === 'room-closed' && fact.by !== room.me)
      announce(t().spoken.closed(nameOf(fact.by)));
    if (fact.type !== 'room-opened') return;
    // The next time it is closed there is another key.
    forgetKey(sessionId);
    room.say(t().opened(nameOf(fact.by)));
  });

  // Whoever finds the key later must press again: nobody goes on the air by typing, and whoever was on it is told. A screen
  // is not put through on a new line either (`own`), which offers to share it again.
  let fellSilent = false;
  createEffect(
    on(
      () => seminar.join().status,
      (status) => {
        if (status === 'locked') {
          for (const source of ['microphone', 'camera'] as const) {
            fellSilent ||= seminar.own.wanted(source);
            seminar.own.taken(source);
          }
        }
        if (status !== 'in-room' || !fellSilent) return;
        fellSilent = false;
        room.say(t().silentAnew);
      },
    ),
  );

  // What it says is of a closed room: another stands in its place, under a finger that is on its way.
  createEffect(
    on(closed, (now, before) => {
      if (before && !now) showSheet(false);
    }),
  );

  return {
    closed,
    closedBy: () => {
      const by = seminar.controls().closed?.by;
      return by ? nameOf(by) : t().aTeacher;
    },
    key,
    fingerprint,
    trouble: createMemo(() => {
      const closing = seminar.controls().closed;
      if (!closing) return undefined;
      // Closed again by somebody else while this tab was away, the room has another key.
      const made = closing.by === room.me && madeHere(sessionId);
      return keyTrouble(seminar.people, { me: room.me, closedBy: closing.by, madeHere: made });
    }),
    cameByBadLink: () => cameByBadLink(sessionId),
    link: () => {
      const held = key();
      return held && linkWith(held, location.origin, sessionId);
    },
    async close() {
      // Held before it is asked for: the first to hear that the room is closed is this very tab.
      makeAndHoldKey(sessionId);
      if (await room.attempt(closeRoom, { sessionId }, () => t().refusals))
        announce(t().spoken.youClosed);
      else forgetKey(sessionId);
    },
    async open() {
      await room.attempt(openRoom, { sessionId }, () => t().refusals);
    },
    give(typed) {
      const read = readKey(typed);
      if (typeof read !== 'string') return read.slip;
      holdKey(sessionId, read);
      return undefined;
    },
    sheetOpen,
    showSheet,
  };
}

/** Of the key that is held just now. It takes a moment, in which there is none. */
function createFingerprint(key: Accessor<string | undefined>): Accessor<string | undefined> {
  const [fingerprint, setFingerprint] = createSignal<string>();
  createEffect(
    on(key, (held) => {
      setFingerprint(undefined);
      if (held === undefined) return;
      let stale = false;
      onCleanup(() => {
        stale = true;
      });
      void fingerprintOf(held).then((worked) => {
        if (!stale) setFingerprint(worked);
      });
    }),
  );
  return fingerprint;
}
