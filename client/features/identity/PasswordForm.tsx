import { createSignal, onMount } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { AddressFormProps } from './AddressForm.tsx';
import { problemInWords } from './problem-words.ts';
import styles from './SignInPage.module.css';
import { words } from './words.ts';

export type PasswordFormProps = Omit<AddressFormProps, 'takesFocus' | 'passkeys' | 'provider'>;

/** The other way in: address and password. */
export function PasswordForm(props: PasswordFormProps) {
  const t = useWords(words);
  const [password, setPassword] = createSignal('');
  const [shown, setShown] = createSignal(false);
  const problem = () => props.store.state().problem;
  let field: HTMLInputElement | undefined;
  let passwordField: HTMLInputElement | undefined;
  onMount(() => field?.focus());
  const wrongAddress = () => problem() === 'bad-address';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await props.store.enterPassword(props.email, password());
    // To where it can be put right, whatever was pressed.
    if (problem()) (wrongAddress() ? field : passwordField)?.focus();
  };
  return (
    <form class={styles.form} onSubmit={submit} novalidate>
      <Field
        ref={(input) => {
          field = input;
        }}
        label={t().address}
        type="email"
        name="email"
        autocomplete="username"
        inputmode="email"
        spellcheck={false}
        value={props.email}
        onInput={(event) => props.onEmail(event.currentTarget.value)}
        error={wrongAddress() ? t().problems['bad-address'] : undefined}
      />
      <Field
        ref={(input) => {
          passwordField = input;
        }}
        label={t().password}
        type={shown() ? 'text' : 'password'}
        name="password"
        autocomplete="current-password"
        value={password()}
        onInput={(event) => setPassword(event.currentTarget.value)}
        error={wrongAddress() ? undefined : problemInWords(props.store.state(), t())}
      />
      <Button look="link" size="small" class={styles.reveal} onClick={() => setShown(!shown())}>
        {shown() ? t().hidePassword : t().showPassword}
      </Button>
      <Button type="submit" look="filled" size="large" wide aria-busy={props.store.state().busy}>
        {t().signIn}
      </Button>
      <p class={styles.others}>
        <Button look="link" onClick={() => props.store.useCode()}>
          {t().useCode}
        </Button>
      </p>
    </form>
  );
}
