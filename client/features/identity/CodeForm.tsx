import { createSignal, onMount } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { problemInWords } from './problem-words.ts';
import styles from './SignInPage.module.css';
import type { SignInStep, SignInStore } from './sign-in-store.ts';
import { words } from './words.ts';

type CodeStep = Extract<SignInStep, { step: 'code' }>;

/** The second step: the code from the mail. One field, so that it can be pasted or filled in by the phone. */
export function CodeForm(props: { store: SignInStore; email: string; sent: CodeStep['sent'] }) {
  const t = useWords(words);
  const [code, setCode] = createSignal('');
  let field: HTMLInputElement | undefined;
  onMount(() => field?.focus());

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await props.store.enterCode(code());
    // To where it can be put right, whatever was pressed.
    if (props.store.state().problem) field?.focus();
  };
  return (
    <form class={styles.form} onSubmit={submit} novalidate>
      <p role="status">{t().codeSent[props.sent](props.email)}</p>
      <Field
        ref={(input) => {
          field = input;
        }}
        label={t().code}
        inputClass={styles.code}
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        value={code()}
        onInput={(event) => setCode(event.currentTarget.value)}
        error={problemInWords(props.store.state(), t())}
      />
      <Button type="submit" look="filled" size="large" wide aria-busy={props.store.state().busy}>
        {t().enterCode}
      </Button>
      <p class={styles.others}>
        <Button look="link" onClick={() => props.store.sendCode(props.email)}>
          {t().newCode}
        </Button>
        <Button look="link" onClick={() => props.store.useCode()}>
          {t().otherAddress}
        </Button>
      </p>
    </form>
  );
}
