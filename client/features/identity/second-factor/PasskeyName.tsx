import { createSignal, onMount } from 'solid-js';
import { PASSKEY_NAME_MAX } from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { problemInWords } from '../problem-words.ts';
import { words as signInWords } from '../words.ts';
import type { Refused } from './refused.ts';
import styles from './SecondFactors.module.css';
import { words } from './words.ts';

/** What a passkey is to be called. `onNamed` goes on with it, and answers what did not work. */
export function PasskeyName(props: {
  /** What it is called until now. */
  before?: string;
  /** The words on the button. */
  action: string;
  onNamed: (name: string) => Promise<Refused | undefined>;
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
    const refused = await props.onNamed(name);
    setBusy(false);
    if (refused) refuse(refused);
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
        value={props.before ?? ''}
        maxlength={PASSKEY_NAME_MAX}
        autocomplete="off"
        error={problem()}
      />
      <p class={styles.ways}>
        <Button type="submit" look="filled" aria-busy={busy()}>
          {props.action}
        </Button>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
