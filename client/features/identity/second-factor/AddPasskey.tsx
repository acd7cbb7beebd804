import { createSignal, onMount } from 'solid-js';
import { PASSKEY_NAME_MAX } from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { problemInWords } from '../problem-words.ts';
import { words as signInWords } from '../words.ts';
import type { Refused } from './refused.ts';
import styles from './SecondFactors.module.css';
import { secondFactorApi } from './second-factor-api.ts';
import { words } from './words.ts';

/** A name first, then the browser's own question: after that the key is there. */
export function AddPasskey(props: {
  onAdded: (codes: readonly string[]) => void;
  onCancel: () => void;
}) {
  const t = useWords(words);
  const signIn = useWords(signInWords);
  const [busy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal<Refused | 'no-name'>();
  let field: HTMLInputElement | undefined;
  onMount(() => field?.focus());

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    const name = (field?.value ?? '').trim();
    if (name === '') return refuse('no-name');
    setBusy(true);
    const answer = await secondFactorApi.addPasskey(name);
    setBusy(false);
    if (answer.ok) props.onAdded(answer.value.codes);
    else refuse(answer);
  };
  function refuse(why: Refused | 'no-name'): void {
    setRefused(why);
    field?.focus();
  }
  const problem = () => {
    const why = refused();
    if (why === 'no-name') return t().passkeyNameMissing;
    return why && problemInWords({ at: { step: 'password' }, ...why }, signIn());
  };
  return (
    <form class={styles.form} onSubmit={submit} novalidate>
      <Field
        ref={(input) => {
          field = input;
        }}
        label={t().passkeyName}
        description={t().passkeyNameAbout}
        maxlength={PASSKEY_NAME_MAX}
        autocomplete="off"
        error={problem()}
      />
      <p class={styles.ways}>
        <Button type="submit" look="filled" aria-busy={busy()}>
          {t().addPasskey}
        </Button>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
