import { Show } from 'solid-js';
import type { ListedPerson } from '#shared/features/admin/people/model.ts';
import { longDate } from '../../../platform/dates.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import { Row } from '../../../ui/RowList.tsx';
import { roleWords } from '../role-words.ts';
import styles from './People.module.css';
import { words } from './words.ts';

/** By what a row of the list is known: whoever is invited is nobody yet. */
export const keyOf = ({ personId, welcomeId }: ListedPerson) => personId ?? welcomeId ?? '';

/** Somebody in the list, or invited to be: roles, cohorts and address, and how they stand where that is not as usual. */
export function PersonRow(props: { readonly person: ListedPerson; readonly onPress: () => void }) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const roles = () => {
    const names = props.person.roles.map(({ role, until }) =>
      until === null ? said()[role] : `${said()[role]} ${t().until(longDate(language(), until))}`,
    );
    return names.length > 0 ? inARow(language(), names) : t().noRole;
  };
  const about = () => [roles(), ...props.person.cohortNames, props.person.email].join(' · ');
  return (
    <Row
      before={<Portrait personId={keyOf(props.person)} />}
      name={<bdi>{props.person.name}</bdi>}
      about={about()}
      after={
        <Show when={props.person.state !== 'active'}>
          <span class={styles.state}>{t().states[props.person.state]}</span>
        </Show>
      }
      onPress={props.onPress}
    />
  );
}
