import { createSignal, Match, Show, Switch } from 'solid-js';
import { CODE_DIGITS, type PasswordAsks } from '#shared/features/identity/sign-in/model.ts';
import { useWords } from '../../platform/language.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { SignInProblem } from './call.ts';
import styles from './NewPassword.module.css';
import { ownWords } from './own-words.ts';
import { problemInWords } from './problem-words.ts';
import { signInApi } from './sign-in-api.ts';
import { codeFrom } from './sign-in-store.ts';
import { askWho, who } from './who.ts';
import { words } from './words.ts';

type Refused = { readonly problem: SignInProblem; readonly retryAfterMs?: number | undefined };
type State = 'closed' | 'open' | 'saving' | 'saved';
/** What is to be shown beside the new password; `mail`: a code is still to be asked for. */
type Asks = PasswordAsks['proof'] | 'mail';

/** What is wrong with the proof, and not with the new password. */
const OF_PROOF: ReadonlySet<SignInProblem> = new Set([
  'wrong-password',
  'wrong-code',
  'code-expired',
  'too-many-tries',
  'too-many-mails',
]);

/** The other way in, chosen by whoever wants one. What the server asks for beside it is known before anything is typed. */
export function NewPassword(props: { readonly onChosen: () => void }) {
  const t = useWords(ownWords);
  const signIn = useWords(words);
  const [state, setState] = createSignal<State>('closed');
  const [asks, setAsks] = createSignal<Asks>('none');
  const [email, setEmail] = createSignal('');
  const [wanted, setWanted] = createSignal('');
  const [problem, setProblem] = createSignal<Refused>();
  const [shown, setShown] = createSignal(false);
  let opener: HTMLButtonElement | undefined;
  let form: HTMLFormElement | undefined;
  let proof: HTMLInputElement | undefined;
  const field = (name: string) => form?.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const ofProof = () => asks() !== 'none' && OF_PROOF.has(problem()?.problem ?? 'fault');
  const inWords = () => {
    const refused = problem();
    if (refused?.problem === 'wrong-password') return t().wrongOldPassword;
    return refused && problemInWords({ at: { step: 'password' }, ...refused }, signIn());
  };
  /** To what is first to be done. */
  const focusFirst = () =>
    queueMicrotask(() => form?.querySelector<HTMLElement>('input, [data-first]')?.focus());

  function close(after: State): void {
    setState(after);
    setProblem(undefined);
    setWanted('');
    queueMicrotask(() => opener?.focus());
  }

  /** Asked anew when it is opened, and when the sign-in was fresh then and is not any more. */
  async function open(): Promise<void> {
    setProblem(undefined);
    const answer = await signInApi.passwordAsks();
    if (answer.ok) {
      const { proof, email } = answer.value;
      setEmail(email);
      setAsks(proof === 'code' ? 'mail' : proof);
    } else if (answer.problem === 'signed-out') {
      await askWho();
      if (who().status !== 'signed-in') return;
    } else setProblem(answer);
    setState(answer.ok ? 'open' : 'closed');
    if (answer.ok) focusFirst();
  }

  /** A second press would void the code of the first. */
  let mailing = false;
  async function mailCode(): Promise<void> {
    if (mailing) return;
    mailing = true;
    setProblem(undefined);
    const answer = await signInApi.sendCode(email());
    mailing = false;
    if (!answer.ok) return void setProblem(answer);
    setAsks('code');
    announce(t().codeOnItsWay(email()));
    focusFirst();
  }

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (state() === 'saving' || asks() === 'mail') return;
    setState('saving');
    setProblem(undefined);
    const given = proof?.value ?? '';
    const code = asks() === 'code' ? codeFrom(given) : undefined;
    if (code !== undefined && code.length < CODE_DIGITS) return refuse({ problem: 'wrong-code' });
    // An empty one reads to the server like none at all.
    if (wanted() === '') return refuse({ problem: 'password-too-short' });
    const answer = await signInApi.choosePassword(wanted(), {
      ...(asks() === 'old-password' && given ? { current: given } : {}),
      ...(code ? { code } : {}),
    });
    if (answer.ok) {
      close('saved');
      announce(t().passwordSaved);
      return props.onChosen();
    }
    if (answer.problem === 'signed-out') {
      const before = asks();
      await open();
      if (before === 'old-password') setProblem({ problem: 'wrong-password' });
      return;
    }
    refuse(answer);
  }

  function refuse(refused: Refused): void {
    setState('open');
    setProblem(refused);
    // To where it can be put right, whatever was pressed.
    (ofProof() ? proof : field('new-password'))?.focus();
  }

  return (
    <section class={styles.part} aria-labelledby="password">
      <h2 id="password">{signIn().password}</h2>
      <p class={styles.about}>{t().passwordAbout}</p>
      <Show
        when={state() === 'open' || state() === 'saving'}
        fallback={
          <p class={styles.ways}>
            <Button
              ref={(button) => {
                opener = button;
              }}
              onClick={open}
            >
              {t().choosePassword}
            </Button>
            <Show when={state() === 'saved'}>
              <span class={styles.about}>{t().passwordSaved}</span>
            </Show>
            <Show when={inWords()}>{(text) => <span role="alert">{text()}</span>}</Show>
          </p>
        }
      >
        <form ref={form} class={styles.form} onSubmit={save} novalidate>
          <Switch>
            <Match when={asks() === 'old-password'}>
              <Field
                ref={(input) => {
                  proof = input;
                }}
                label={t().oldPassword}
                description={t().oldPasswordAbout}
                type={shown() ? 'text' : 'password'}
                name="current-password"
                autocomplete="current-password"
                error={ofProof() ? inWords() : undefined}
              />
              <Button look="link" size="small" class={styles.reveal} onClick={mailCode}>
                {t().codeInstead}
              </Button>
            </Match>
            <Match when={asks() === 'mail'}>
              <p>{t().proveByCode(email())}</p>
              <Show when={inWords()}>{(text) => <p role="alert">{text()}</p>}</Show>
            </Match>
            <Match when={asks() === 'code'}>
              <p>{t().codeOnItsWay(email())}</p>
              <Field
                ref={(input) => {
                  proof = input;
                }}
                label={signIn().code}
                inputmode="numeric"
                autocomplete="one-time-code"
                spellcheck={false}
                name="code"
                error={ofProof() ? inWords() : undefined}
              />
              <Button look="link" size="small" class={styles.reveal} onClick={mailCode}>
                {signIn().newCode}
              </Button>
            </Match>
          </Switch>
          <Show when={asks() !== 'mail'}>
            <Field
              label={t().newPassword}
              description={t().newPasswordAbout}
              type={shown() ? 'text' : 'password'}
              name="new-password"
              autocomplete="new-password"
              value={wanted()}
              onInput={(event) => setWanted(event.currentTarget.value)}
              error={ofProof() ? undefined : inWords()}
            />
            <Button
              look="link"
              size="small"
              class={styles.reveal}
              onClick={() => setShown(!shown())}
            >
              {shown() ? signIn().hidePassword : signIn().showPassword}
            </Button>
          </Show>
          <p class={styles.ways}>
            <Show
              when={asks() === 'mail'}
              fallback={
                <Button type="submit" look="filled" aria-busy={state() === 'saving'}>
                  {t().savePassword}
                </Button>
              }
            >
              <Button look="filled" data-first onClick={mailCode}>
                {signIn().sendCode}
              </Button>
            </Show>
            <Button look="quiet" onClick={() => close('closed')}>
              {t().cancel}
            </Button>
          </p>
        </form>
      </Show>
    </section>
  );
}
