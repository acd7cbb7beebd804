import { onMount, Show } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { problemInWords } from './problem-words.ts';
import styles from './SignInPage.module.css';
import type { SignInStore } from './sign-in-store.ts';
import { words } from './words.ts';

export interface AddressFormProps {
  store: SignInStore;
  /** What was written on another way in follows along: nobody is asked twice. */
  email: string;
  onEmail: (email: string) => void;
  /** Not on the first look at the page: a phone's keyboard would cover it. */
  takesFocus: boolean;
  /** Whether this browser, at this address, can show a passkey. */
  passkeys: boolean;
  /** Another place that says who somebody is, and where one is going. */
  provider: { readonly name: string; readonly target: string } | null;
}

/** The first step: where the code is sent. */
export function AddressForm(props: AddressFormProps) {
  const t = useWords(words);
  let field: HTMLInputElement | undefined;
  onMount(() => {
    if (props.takesFocus) field?.focus();
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await props.store.sendCode(props.email);
    // To where it can be put right, whatever was pressed.
    if (props.store.state().problem) field?.focus();
  };
  const haveCode = () => {
    props.store.haveCode(props.email);
    if (props.store.state().problem) field?.focus();
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
        autocomplete="email"
        inputmode="email"
        spellcheck={false}
        value={props.email}
        onInput={(event) => props.onEmail(event.currentTarget.value)}
        error={problemInWords(props.store.state(), t())}
      />
      <Button type="submit" look="filled" size="large" wide aria-busy={props.store.state().busy}>
        {t().sendCode}
      </Button>
      <Show when={props.provider}>
        {(provider) => (
          <Button size="large" wide onClick={() => props.store.useProvider(provider().target)}>
            {t().useProvider(provider().name)}
          </Button>
        )}
      </Show>
      <p class={styles.others}>
        <Button look="link" onClick={haveCode}>
          {t().haveCode}
        </Button>
        <Button look="link" onClick={() => props.store.usePassword()}>
          {t().usePassword}
        </Button>
        <Show when={props.passkeys}>
          <Button look="link" onClick={() => props.store.usePasskey()}>
            {t().usePasskey}
          </Button>
        </Show>
      </p>
    </form>
  );
}
