import { createSignal, createUniqueId, Show } from 'solid-js';
import type { shareDocument } from '#shared/features/document/sharing/commands.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { InputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import styles from './ReadersSheet.module.css';
import { words } from './words.ts';

export type Named = InputOf<typeof shareDocument>['with'];

/** Chosen where none of the names is the one. */
const SOMEBODY_ELSE = 'somebody-else';

/** A name of one's own cohort; the address is for everybody else, and for whoever knows it. */
export function ShareForm(props: {
  readonly people: readonly { readonly personId: PersonId; readonly displayName: string }[];
  readonly problem: string | undefined;
  readonly onShare: (who: Named) => Promise<boolean>;
}) {
  const t = useWords(words);
  const whoId = createUniqueId();
  const [pressed, setChosen] = createSignal('');
  /** Who has it already is no longer among the names. */
  const chosen = () =>
    pressed() === SOMEBODY_ELSE || props.people.some(({ personId }) => personId === pressed())
      ? pressed()
      : '';
  const [email, setEmail] = createSignal('');
  const [missing, setMissing] = createSignal(false);
  const byAddress = () => props.people.length === 0 || chosen() === SOMEBODY_ELSE;
  const who = (): Named | undefined => {
    if (!byAddress()) return chosen() === '' ? undefined : { personId: chosen() as PersonId };
    return email().trim() === '' ? undefined : { email: email().trim() };
  };
  const error = () => {
    if (!missing()) return props.problem;
    return byAddress() ? t().addressNeeded : t().nameNeeded;
  };
  let form: HTMLFormElement | undefined;

  async function share(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const named = who();
    setMissing(named === undefined);
    if (!named) {
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (!(await props.onShare(named))) return;
    setEmail('');
    setChosen('');
  }
  return (
    <form ref={form} class={styles.share} onSubmit={share} novalidate aria-labelledby={whoId}>
      <h3 id={whoId}>{t().shareTitle}</h3>
      <Show when={props.people.length > 0}>
        <Select
          label={t().who}
          description={byAddress() ? undefined : t().shareAbout}
          error={byAddress() ? undefined : error()}
          value={chosen()}
          groups={[
            { options: [{ value: '', label: t().chooseName }] },
            {
              label: t().yourCohort,
              options: props.people.map(({ personId, displayName }) => ({
                value: personId,
                label: displayName,
              })),
            },
            { options: [{ value: SOMEBODY_ELSE, label: t().somebodyElse }] },
          ]}
          onChange={(event) => {
            setMissing(false);
            setChosen(event.currentTarget.value);
          }}
        />
      </Show>
      <Show when={byAddress()}>
        <Field
          type="email"
          label={t().email}
          description={t().shareAbout}
          error={error()}
          autocomplete="off"
          value={email()}
          onInput={(event) => {
            setMissing(false);
            setEmail(event.currentTarget.value);
          }}
        />
      </Show>
      <p>
        <Button type="submit">{t().share}</Button>
      </p>
    </form>
  );
}
