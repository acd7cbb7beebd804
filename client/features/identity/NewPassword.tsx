import { createSignal, Show } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './NewPassword.module.css';
import { problemInWords } from './problem-words.ts';
import { type SignInProblem, signInApi } from './sign-in-api.ts';
import { askWho, who } from './who.ts';
import { words } from './words.ts';

type Refused = { readonly problem: SignInProblem; readonly retryAfterMs?: number | undefined };
type State = 'closed' | 'open' | 'saving' | 'saved';

/** The other way in, chosen by whoever wants one. The old password is asked for only when the server asks for it. */
export function NewPassword(props: { readonly onChosen: () => void }) {
  const t = useWords(words);
  const [state, setState] = createSignal<State>('closed');
  const [asksForOld, setAsksForOld] = createSignal(false);
  const [problem, setProblem] = createSignal<Refused>();
  const [shown, setShown] = createSignal(false);
  let opener: HTMLButtonElement | undefined;
  let old: HTMLInputElement | undefined;
  let wanted: HTMLInputElement | undefined;
  const ofOld = () => asksForOld() && problem()?.problem === 'wrong-password';
  const inWords = () => {
    const refused = problem();
    if (ofOld()) return t().wrongOldPassword;
    return refused && problemInWords({ at: { step: 'password' }, ...refused }, t());
  };

  function close(after: State): void {
    setState(after);
    setProblem(undefined);
    setAsksForOld(false);
    queueMicrotask(() => opener?.focus());
  }

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (state() === 'saving' || !wanted) return;
    setState('saving');
    setProblem(undefined);
    const answer = await signInApi.choosePassword(wanted.value, old?.value);
    if (answer.ok) {
      close('saved');
      announce(t().passwordSaved);
      return props.onChosen();
    }
    setState('open');
    // Said of a sign-in that is not fresh, of one that has ended, and of a person without a password.
    const mustProve = answer.problem === 'signed-out';
    if (mustProve) {
      await askWho();
      if (who().status !== 'signed-in') return;
    }
    const asked = asksForOld();
    if (mustProve) setAsksForOld(true);
    if (mustProve && !asked) announce(t().oldPasswordAbout);
    else setProblem(mustProve ? { problem: 'wrong-password' } : answer);
    // To where it can be put right, whatever was pressed.
    (mustProve || ofOld() ? old : wanted)?.focus();
  }

  return (
    <section class={styles.part} aria-labelledby="password">
      <h2 id="password">{t().password}</h2>
      <p class={styles.about}>{t().passwordAbout}</p>
      <Show
        when={state() === 'open' || state() === 'saving'}
        fallback={
          <p class={styles.ways}>
            <Button
              ref={(button) => {
                opener = button;
              }}
              onClick={() => {
                setState('open');
                queueMicrotask(() => wanted?.focus());
              }}
            >
              {t().choosePassword}
            </Button>
            <Show when={state() === 'saved'}>
              <span class={styles.about}>{t().passwordSaved}</span>
            </Show>
          </p>
        }
      >
        <form class={styles.form} onSubmit={save} novalidate>
          <Show when={asksForOld()}>
            <Field
              ref={(input) => {
                old = input;
              }}
              label={t().oldPassword}
              description={t().oldPasswordAbout}
              type={shown() ? 'text' : 'password'}
              name="current-password"
              autocomplete="current-password"
              error={ofOld() ? inWords() : undefined}
            />
          </Show>
          <Field
            ref={(input) => {
              wanted = input;
            }}
            label={t().newPassword}
            description={t().newPasswordAbout}
            type={shown() ? 'text' : 'password'}
            name="new-password"
            autocomplete="new-password"
            error={ofOld() ? undefined : inWords()}
          />
          <Button look="link" size="small" class={styles.reveal} onClick={() => setShown(!shown())}>
            {shown() ? t().hidePassword : t().showPassword}
          </Button>
          <p class={styles.ways}>
            <Button type="submit" look="filled" aria-busy={state() === 'saving'}>
              {t().savePassword}
            </Button>
            <Button look="quiet" onClick={() => close('closed')}>
              {t().cancel}
            </Button>
          </p>
        </form>
      </Show>
    </section>
  );
}
