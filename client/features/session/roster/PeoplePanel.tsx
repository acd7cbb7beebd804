import { For, Show } from 'solid-js';
import { PLACES, type RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { HandQueueStore } from '../hand-queue/hand-queue-store.ts';
import type { SeminarParts } from '../seminar-parts.ts';
import { PeopleGroup, PersonRow } from './PeopleList.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { placeOf, type RosterGroup, withoutKeptOut } from './roster-groups.ts';
import type { RosterStore } from './roster-store.ts';
import { words } from './words.ts';

const KINDS: readonly RosterGroup['kind'][] = ['teachers', ...PLACES, 'expected', 'left'];

type PeopleProps = {
  readonly me: string;
  readonly roster: RosterStore;
  readonly handQueue: HandQueueStore;
  readonly seminar: SeminarParts | undefined;
  /** Whom those who may see it find under another heading. */
  readonly keptOut: ReadonlySet<PersonId>;
};

/** Everybody: who teaches and who of them leads, who is where, who is expected, who has gone. */
export function PeoplePanel(props: PeopleProps) {
  const t = useWords(words);
  const entriesOf = (kind: RosterGroup['kind']) =>
    withoutKeptOut(props.roster.entriesOf(kind), props.keptOut);
  return (
    <For each={KINDS}>
      {(kind) => (
        <Show when={entriesOf(kind).length > 0}>
          <PeopleGroup id={`people-${kind}`} title={t().groups[kind](entriesOf(kind).length)}>
            <ul>
              <For each={entriesOf(kind)}>{(entry) => <Person {...props} entry={entry} />}</For>
            </ul>
          </PeopleGroup>
        </Show>
      )}
    </For>
  );
}

function Person(props: PeopleProps & { readonly entry: RosterEntry }) {
  const t = useWords(words);
  const id = () => props.entry.personId;
  const isMe = () => id() === props.me;
  const leads = () => id() === props.roster.leadId();
  const teacherPlace = () => {
    const place = props.entry.part === 'teacher' && placeOf(props.entry);
    return place && t().places[place];
  };
  const about = () => {
    const place = props.handQueue.placeOf(id());
    const said = [
      isMe() && t().you,
      leads() && t().leads,
      // The heading says that they teach, and for all others where they are.
      teacherPlace() || t().parts[props.entry.part],
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
      {props.seminar?.personTools(props.entry)}
    </PersonRow>
  );
}
