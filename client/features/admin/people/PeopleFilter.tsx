import { PERSON_STATES, type PersonState } from '#shared/features/admin/people/model.ts';
import { ROLES, type Role } from '#shared/wire/access.ts';
import { useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { roleWords } from '../role-words.ts';
import styles from './People.module.css';
import { words } from './words.ts';

/** So long after the last letter, what is looked for is asked about. */
const ASKED_AFTER_MS = 250;

/** Who is looked for: by a part of a name or an address, by role, and by how they stand. */
export function PeopleFilter(props: {
  readonly role: Role | null;
  readonly state: PersonState | null;
  readonly onLook: (text: string) => void;
  readonly onRole: (role: Role | null) => void;
  readonly onState: (state: PersonState | null) => void;
}) {
  const t = useWords(words);
  const said = useWords(roleWords);
  let typing: ReturnType<typeof setTimeout> | undefined;
  const look = (text: string) => {
    clearTimeout(typing);
    typing = setTimeout(() => props.onLook(text.trim()), ASKED_AFTER_MS);
  };
  return (
    <form class={styles.filter} onSubmit={(event) => event.preventDefault()}>
      <Field
        label={t().find}
        placeholder={t().findAbout}
        type="search"
        autocomplete="off"
        onInput={(event) => look(event.currentTarget.value)}
      />
      <Select
        label={t().role}
        value={props.role ?? ''}
        groups={[
          {
            options: [
              { value: '', label: t().anyRole },
              ...ROLES.map((one) => ({ value: one, label: said()[one] })),
            ],
          },
        ]}
        onChange={(event) =>
          props.onRole(ROLES.find((one) => one === event.currentTarget.value) ?? null)
        }
      />
      <Select
        label={t().state}
        value={props.state ?? ''}
        groups={[
          {
            options: [
              { value: '', label: t().anyState },
              ...PERSON_STATES.map((one) => ({ value: one, label: t().states[one] })),
            ],
          },
        ]}
        onChange={(event) =>
          props.onState(PERSON_STATES.find((one) => one === event.currentTarget.value) ?? null)
        }
      />
    </form>
  );
}
