import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { lobbyChannel } from '#shared/features/session/lobby/channels.ts';
import {
  admitFromLobby,
  declineFromLobby,
  sendToLobby,
} from '#shared/features/session/lobby/commands.ts';
import type { Waiting } from '#shared/features/session/lobby/model.ts';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { language, useWords } from '../../../platform/language.ts';
import { makeAnnouncementBatch } from '../../../ui/announcer.ts';
import { guestInWords } from '../roster/guest-mark.ts';
import { isHere } from '../roster/roster-groups.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import { words as rosterWords } from '../roster/words.ts';
import type { Room } from '../session-room.ts';
import { openLine } from '../team-line/open-line.ts';
import { words } from './words.ts';

export type LobbyStore = ReturnType<typeof createLobby>;
type Named = { readonly personId: PersonId; readonly name: string };

/** Who waits outside, for the session's teachers, and what they say to them. */
export function createLobby(room: Room, roster: RosterStore) {
  const { sessionId } = room;
  const t = useWords(words);
  const people = useWords(rosterWords);
  const refusals = () => t().refusals;
  /** What somebody is who waits, and of a guest as what. */
  const kindOf = ({ part, guestAs }: Waiting): string =>
    part === 'guest' ? guestInWords({ as: guestAs }, people()) : t().parts[part];
  const steers = createMemo(() => roster.steers());
  const channel = openLine(room, lobbyChannel, () => (steers() ? sessionId : undefined));
  const lobby = createFollowed(() => channel()?.state(), { waiting: [] }, 'personId');
  const [sentBack, setSentBack] = createSignal<Named>();

  // How it stands when it is said: some of those who came have been let in, or have gone.
  const arrived = makeAnnouncementBatch<Waiting>((came) => {
    const now = untrack(() => channel()?.state()?.waiting) ?? [];
    const still = now.filter(({ personId }) => came.some((one) => one.personId === personId));
    const [one] = still;
    if (!one) return undefined;
    return still.length === 1
      ? t().spokenOne(one.displayName, kindOf(one))
      : t().spokenMany(now.length);
  }, room.say);
  onCleanup(arrived.stop);
  createEffect(() => {
    const open = channel();
    if (!open) return;
    onCleanup(
      open.whenFact((fact) => {
        if (fact.type === 'waiting-began') arrived.add(fact.entry);
      }),
    );
  });
  // Who waited before this teacher came is told of once.
  const known = createMemo(() => channel()?.state() !== undefined);
  createEffect(() => {
    if (known()) untrack(() => arrived.add(...lobby.waiting));
  });

  async function admit(people: readonly Named[]): Promise<void> {
    const [first] = people;
    if (!first) return;
    const undoes = sentBack();
    if (undoes && people.some(({ personId }) => personId === undoes.personId))
      setSentBack(undefined);
    const done = await room.attempt(
      admitFromLobby,
      { sessionId, people: people.map(({ personId }) => personId) },
      refusals,
    );
    if (!done) return;
    room.say(people.length === 1 ? t().admitted(first.name) : t().admittedMany(done.admitted));
  }

  return {
    waiting: () => lobby.waiting as readonly Waiting[],
    kindOf,
    admit,
    /** @returns whether it was said */
    async decline({ personId, name }: Named, said: string): Promise<boolean> {
      const input = { sessionId, personId, words: said, lang: language() };
      const done = await room.attempt(declineFromLobby, input, refusals);
      if (done) room.say(t().declined(name));
      return done !== undefined;
    },
    /** Whether somebody can be sent back by a press here. */
    maySendBack: (entry: RosterEntry): boolean =>
      steers() && entry.part !== 'teacher' && isHere(entry),
    async sendBack({ personId, name }: Named): Promise<void> {
      if (await room.attempt(sendToLobby, { sessionId, personId }, refusals))
        setSentBack({ personId, name });
    },
    /** Whom one has just sent back oneself, as long as that can be undone by one press. */
    sentBack,
    keepSentBack: () => setSentBack(undefined),
  };
}
