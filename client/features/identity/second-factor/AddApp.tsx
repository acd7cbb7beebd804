import { createSignal, onMount } from 'solid-js';
import { APP_CODE_DIGITS, type AppSecret } from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { problemInWords } from '../problem-words.ts';
import { words as signInWords } from '../words.ts';
import type { Refused } from './refused.ts';
import styles from './SecondFactors.module.css';
import { Square } from './Square.tsx';
import { secondFactorApi } from './second-factor-api.ts';
import { words } from './words.ts';

/** Gives an app its secret, by camera or by hand, and takes it into use with its first code. */
export function AddApp(props: {
  given: AppSecret;
  onAdded: (codes: readonly string[]) => void;
  onCancel: () => void;
}) {
  const t = useWords(words);
  const signIn = useWords(signInWords);
  const [busy, setBusy] = createSignal(false);
  const [refused, setRefused] = createSignal<Refused>();
  let field: HTMLInputElement | undefined;
  let top: HTMLParagraphElement | undefined;
  onMount(() => top?.focus());

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy()) return;
    const code = (field?.value ?? '').replace(/\D/g, '');
    if (code.length !== APP_CODE_DIGITS) return refuse({ problem: 'wrong-second-factor' });
    setBusy(true);
    const answer = await secondFactorApi.confirmApp(code);
    setBusy(false);
    if (answer.ok) props.onAdded(answer.value.codes);
    else refuse(answer);
  };
  function refuse(why: Refused): void {
    setRefused(why);
    field?.focus();
  }
  const problem = () => {
    const why = refused();
    return why && problemInWords({ at: { step: 'password' }, ...why }, signIn());
  };
  /** In fours: it is copied by hand. */
  const secret = () => props.given.secret.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <form class={styles.form} onSubmit={submit} novalidate>
      <p ref={top} tabindex="-1">
        {t().scan}
      </p>
      <Square text={props.given.address} label={t().qr} />
      <p class={styles.about}>{t().orType}</p>
      <p class={styles.secret}>{secret()}</p>
      <p class={styles.about}>{t().whichApp}</p>
      <Field
        ref={(input) => {
          field = input;
        }}
        label={t().thenCode}
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        error={problem()}
      />
      <p class={styles.ways}>
        <Button type="submit" look="filled" aria-busy={busy()}>
          {t().confirm}
        </Button>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
