import { createSignal, For, Show } from 'solid-js';
import { enrolStudent } from '#shared/features/admin/cohort/commands.ts';
import { listPeople } from '#shared/features/admin/people/queries.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from './Cohorts.module.css';
import { createDeed } from './deed.ts';
import { Problem } from './Problem.tsx';
import { words } from './page-words.ts';

/** Fewer letters would list half the school. */
const LETTERS_MIN = 2;
const SHOWN = 8;
const ASKED_AFTER_MS = 250;

/** Finds somebody who is here already, and makes them a student of the cohort. */
export function EnrolSheet(props: {
  readonly cohortId: CohortId;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  return (
    <Sheet
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={t().enrol}
      closeLabel={t().close}
      startsInField
    >
      <Enrolling cohortId={props.cohortId} onDone={props.onDone} />
    </Sheet>
  );
}

function Enrolling(props: { readonly cohortId: CohortId; readonly onDone: () => void }) {
  const t = useWords(words);
  const deed = createDeed(() => props.onDone());
  const [search, setSearch] = createSignal('');
  let typing: ReturnType<typeof setTimeout> | undefined;
  const look = (text: string) => {
    clearTimeout(typing);
    typing = setTimeout(() => setSearch(text.trim()), ASKED_AFTER_MS);
  };
  return (
    <div class={styles.form}>
      <p>{t().enrolAbout}</p>
      <Field
        label={t().find}
        type="search"
        autocomplete="off"
        onInput={(event) => look(event.currentTarget.value)}
      />
      <Problem said={deed.problem()} />
      <Show when={search().length >= LETTERS_MIN}>
        <Found
          search={search()}
          onChoose={(personId, name) => {
            const { cohortId } = props;
            void deed.send(enrolStudent, { cohortId, personId }, t().enrolled(name));
          }}
        />
      </Show>
    </div>
  );
}

function Found(props: {
  readonly search: string;
  readonly onChoose: (personId: PersonId, name: string) => void;
}) {
  const t = useWords(words);
  const query = createQuery(listPeople, () => ({
    ...{ search: props.search, role: null, state: 'active' as const, after: 0 },
  }));
  const people = () =>
    query
      .value()
      ?.people.filter(({ personId }) => personId !== null)
      .slice(0, SHOWN) ?? [];
  return (
    <Show when={people().length > 0} fallback={<p role="status">{query.value() && t().nobody}</p>}>
      <RowList>
        <For each={people()}>
          {(person) => (
            <Row
              name={<bdi>{person.name}</bdi>}
              about={[person.email, ...person.cohortNames].join(' · ')}
              after={
                <Button
                  size="small"
                  aria-label={t().enrolNamed(person.name)}
                  onClick={() => props.onChoose(person.personId as PersonId, person.name)}
                >
                  {t().enrolShort}
                </Button>
              }
            />
          )}
        </For>
      </RowList>
    </Show>
  );
}
