import { createMemo, For, Show } from 'solid-js';
import { PLACES, type RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { BreakoutStore } from '../breakout/breakout-store.ts';
import type { PeopleInRoom } from '../breakout/by-room.ts';
import { words as breakoutWords } from '../breakout/words.ts';
import type { HandQueueStore } from '../hand-queue/hand-queue-store.ts';
import type { LobbyStore } from '../lobby/lobby-store.ts';
import { words as lobbyWords } from '../lobby/words.ts';
import type { PauseStore } from '../pause/pause-store.ts';
import { words as pauseWords } from '../pause/words.ts';
import type { SeminarParts } from '../seminar-parts.ts';
import { FoldedGroup, PeopleGroup, PersonRow } from './PeopleList.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { isHere, placeOf, type RosterGroup, withoutKeptOut } from './roster-groups.ts';
import type { RosterStore } from './roster-store.ts';
import { words } from './words.ts';

const HERE: readonly RosterGroup['kind'][] = ['teachers', ...PLACES];
const AWAY: readonly RosterGroup['kind'][] = ['expected', 'left'];

type PeopleProps = {
  readonly me: string;
  readonly roster: RosterStore;
  readonly handQueue: HandQueueStore;
  readonly pause: PauseStore;
  readonly lobby: LobbyStore;
  readonly breakouts: Pick<BreakoutStore, 'byRoom' | 'mineId'>;
  readonly seminar: SeminarParts | undefined;
  /** By a teacher: asks for the words first. */
  readonly onRemove: (who: { readonly personId: PersonId; readonly name: string }) => void;
  /** Whom those who may see it find under another heading. */
  readonly keptOut: ReadonlySet<PersonId>;
};

/** Everybody: who teaches and who of them leads, who is where, who is expected, who has gone. */
export function PeoplePanel(props: PeopleProps) {
  const t = useWords(words);
  const entriesOf = (kind: RosterGroup['kind']) =>
    withoutKeptOut(props.roster.entriesOf(kind), props.keptOut);
  const groups = (kinds: readonly RosterGroup['kind'][]) => (
    <For each={kinds}>
      {(kind) => (
        <Show when={entriesOf(kind).length > 0}>
          <PeopleGroup id={`people-${kind}`} title={t().groups[kind](entriesOf(kind).length)}>
            <People {...props} entries={entriesOf(kind)} />
          </PeopleGroup>
        </Show>
      )}
    </For>
  );
  const rooms = createMemo(() => props.breakouts.byRoom(HERE.flatMap(entriesOf)));
  return (
    <>
      <Show when={rooms()} fallback={groups(HERE)}>
        {(now) => <ByRoom {...props} {...now()} />}
      </Show>
      {groups(AWAY)}
    </>
  );
}

/** While the session is split: those in the room that one is in, and the others folded up by theirs. */
function ByRoom(
  props: PeopleProps & {
    readonly mine: PeopleInRoom;
    readonly elsewhere: readonly PeopleInRoom[];
  },
) {
  const t = useWords(breakoutWords);
  const title = () => t().people[props.mine.id ? 'mine' : 'main'](props.mine.entries.length);
  /** A room stays the same one as people come and go in it: what is open stays open. */
  const ids = createMemo(() => props.elsewhere.map(({ id }) => id), [], {
    equals: (one, other) => one.join() === other.join(),
  });
  const room = (id: PeopleInRoom['id']) => props.elsewhere.find((one) => one.id === id);
  return (
    <>
      <PeopleGroup id="people-here" title={title()}>
        <People {...props} entries={props.mine.entries} />
      </PeopleGroup>
      <For each={ids()}>
        {(id) => (
          <FoldedGroup
            title={t().people.room(room(id)?.name ?? t().main, room(id)?.entries.length ?? 0)}
          >
            <People {...props} entries={room(id)?.entries ?? []} />
          </FoldedGroup>
        )}
      </For>
    </>
  );
}

function People(props: PeopleProps & { readonly entries: readonly RosterEntry[] }) {
  return (
    <ul>
      <For each={props.entries}>{(entry) => <Person {...props} entry={entry} />}</For>
    </ul>
  );
}

function Person(props: PeopleProps & { readonly entry: RosterEntry }) {
  const t = useWords(words);
  const pause = useWords(pauseWords);
  const lobby = useWords(lobbyWords);
  const id = () => props.entry.personId;
  const isMe = () => id() === props.me;
  const leads = () => id() === props.roster.leadId();
  const mayBeRemoved = () => props.entry.part !== 'teacher' && isHere(props.entry);
  const teacherPlace = () => {
    const place = props.entry.part === 'teacher' && placeOf(props.entry);
    return place && t().places[place];
  };
  const about = () => {
    const place = props.handQueue.placeOf(id());
    const said = [
      isMe() && t().you,
      props.entry.pronouns,
      leads() && t().leads,
      // The heading says that they teach, and for all others where they are.
      teacherPlace() || props.roster.guestMark(id()) || t().parts[props.entry.part],
      isHere(props.entry) && props.pause.isPaused(id()) && pause().pause,
      props.entry.presence.status === 'lost' && t().lost,
      props.handQueue.wordHolder() === id() && t().hasTheWord,
      props.seminar?.aboutPerson(props.entry),
      place > 0 && t().handUp(place),
    ];
    return said.filter(Boolean).join('. ');
  };
  return (
    <PersonRow personId={id()} name={props.entry.displayName} about={about()} isMe={isMe()}>
      <Show when={isMe()}>
        <PlaceChoice roster={props.roster} />
      </Show>
      <Show when={props.roster.mayLeadNext(props.entry)}>
        <Button look="quiet" size="small" onClick={() => props.roster.passLead(id())}>
          {isMe() ? t().takeLead : t().giveLead}
          <Show when={!isMe()}>
            <span class="visually-hidden"> {t().giveLeadTo(props.entry.displayName)}</span>
          </Show>
        </Button>
      </Show>
      {/* Beside sound and picture it stands among what a teacher can do for this person. */}
      <Show when={!props.seminar && props.lobby.maySendBack(props.entry)}>
        <Button
          look="quiet"
          size="small"
          onClick={() => props.lobby.sendBack({ personId: id(), name: props.entry.displayName })}
        >
          {lobby().sendBack}
          <span class="visually-hidden"> {props.entry.displayName}</span>
        </Button>
      </Show>
      {/* With sound and picture it stands among the other things one can do for a person. */}
      <Show when={!props.seminar && props.roster.steers() && mayBeRemoved()}>
        <Button
          look="quiet"
          size="small"
          danger
          onClick={() => props.onRemove({ personId: id(), name: props.entry.displayName })}
        >
          {t().remove}
          <span class="visually-hidden"> {props.entry.displayName}</span>
        </Button>
      </Show>
      {props.seminar?.personTools(props.entry)}
    </PersonRow>
  );
}
