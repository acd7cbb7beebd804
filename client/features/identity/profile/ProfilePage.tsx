import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { saveProfile } from '#shared/features/identity/profile/commands.ts';
import {
  OWN_PICTURE_PATH,
  type OwnProfile,
  type WrittenProfile,
} from '#shared/features/identity/profile/model.ts';
import { ownProfile } from '#shared/features/identity/profile/queries.ts';
import { lengthOf, tidyName, tidyPronouns } from '#shared/features/identity/profile/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { isolated } from '#shared/kernel/isolated.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Portrait } from '../../../ui/Portrait.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { askWho, watchSignIn } from '../who.ts';
import { OwnPicture } from './OwnPicture.tsx';
import styles from './ProfilePage.module.css';
import { words } from './words.ts';

/** `/slik-vises-du`: what one is shown as, and to whom. */
export function ProfilePage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const query = createQuery(ownProfile, () => ({}));
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  // What is being written stays when the page is seen again and asks anew.
  let first: OwnProfile | undefined;
  const before = () => {
    first ??= query.value();
    return first;
  };
  return (
    <div class={styles.page}>
      <PageHeader title={t().title} />
      <Switch>
        <Match when={query.value() && before()}>
          {(profile) => <ProfileForm me={props.me} before={profile()} />}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <ErrorState
            title={failed().title}
            action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
          >
            {failed().about}
          </ErrorState>
        </Match>
      </Switch>
    </div>
  );
}

const FIELDS = ['name', 'givenName', 'pronouns'] as const;
type FieldName = (typeof FIELDS)[number];

function ProfileForm(props: { readonly me: PersonId; readonly before: OwnProfile }) {
  const t = useWords(words);
  const [picture, setPicture] = createSignal(props.before.picture);
  const pictureAt = () => {
    const now = picture();
    return now ? `${OWN_PICTURE_PATH}/${now}` : undefined;
  };
  const [kept, setKept] = createSignal<WrittenProfile>(props.before);
  const [written, setWritten] = createSignal<WrittenProfile>(props.before);
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [saved, setSaved] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  let whole!: HTMLFormElement;

  const tidied = (field: FieldName) =>
    (field === 'pronouns' ? tidyPronouns : tidyName)(written()[field]);
  const isChanged = () => FIELDS.some((field) => written()[field] !== kept()[field]);
  holdsWords(isChanged, 'page');

  const write = (field: FieldName, text: string) => {
    setWritten((now) => ({ ...now, [field]: text }));
    setProblem(undefined);
  };
  const onInput = (field: FieldName) => (event: { currentTarget: HTMLInputElement }) =>
    write(field, event.currentTarget.value);
  /** What is missing is said when somebody wants to save; what is too much, as it is written. */
  const fault = (field: FieldName): string | undefined => {
    const now = tidied(field);
    if (now.ok || (now.fault === 'no-letter' && !tried())) return undefined;
    const said = field === 'pronouns' ? t().pronounFaults : t().nameFaults;
    return said[now.fault](lengthOf(written()[field].trim()));
  };
  /** As it will look; while it cannot be used, as it looks now. */
  const shown = (field: FieldName) => {
    const now = tidied(field);
    return isolated(now.ok ? now.text : kept()[field]);
  };
  const isOther = () => kept().name !== props.before.registeredName;
  const useRegistered = () => {
    write('name', props.before.registeredName);
    write('givenName', props.before.registeredGivenName);
    whole.querySelector('input')?.focus();
  };

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (FIELDS.some((field) => !tidied(field).ok)) {
      whole.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (sending()) return;
    setSaved(false);
    setSending(true);
    const { name, givenName, pronouns } = written();
    const outcome = await live.send(saveProfile, { name, givenName, pronouns });
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (!outcome.ok) return;
    setKept(outcome.value);
    setWritten(outcome.value);
    setTried(false);
    setSaved(true);
    announce(t().saved);
    // The menu at the top calls one by the name as well.
    void askWho();
  }

  return (
    <form ref={whole} class={styles.form} onSubmit={save} novalidate>
      <p class={styles.quiet}>{t().intro}</p>
      <Field
        label={t().name}
        description={t().nameAbout}
        error={fault('name')}
        value={written().name}
        dir="auto"
        autocomplete="name"
        onInput={onInput('name')}
      />
      <Show when={isOther()}>
        <div class={styles.registered}>
          <p class={styles.quiet}>{t().registered(isolated(props.before.registeredName))}</p>
          <Button look="quiet" size="small" onClick={useRegistered}>
            {t().useRegistered}
          </Button>
        </div>
      </Show>
      <Field
        label={t().givenName}
        description={t().givenNameAbout}
        error={fault('givenName')}
        value={written().givenName}
        dir="auto"
        autocomplete="given-name"
        onInput={onInput('givenName')}
      />
      <div>
        <Field
          label={t().pronouns}
          description={t().pronounsAbout}
          error={fault('pronouns')}
          value={written().pronouns}
          dir="auto"
          autocomplete="off"
          onInput={onInput('pronouns')}
        />
        <fieldset class={styles.usual} aria-label={t().suggestions}>
          <For each={t().usual}>
            {(one) => (
              <Button
                size="small"
                aria-pressed={written().pronouns === one}
                onClick={() => write('pronouns', written().pronouns === one ? '' : one)}
              >
                {one}
              </Button>
            )}
          </For>
        </fieldset>
      </div>
      <OwnPicture picture={picture()} onChange={setPicture} />
      <section class={styles.preview} aria-labelledby="profile-preview">
        <h2 id="profile-preview">{t().preview}</h2>
        <dl>
          <As label={t().inSession} to={t().inSessionAbout}>
            <Portrait personId={props.me} picture={pictureAt()} />
            <Shown name={shown('name')} pronouns={shown('pronouns')} />
          </As>
          <As label={t().inCircle} to={t().inCircleAbout}>
            <Portrait personId={props.me} picture={pictureAt()} />
            <Shown name={shown('givenName')} pronouns={shown('pronouns')} />
          </As>
          <As label={t().handedIn} to={t().handedInAbout}>
            <Shown name={isolated(props.before.registeredName)} pronouns="" />
          </As>
        </dl>
      </section>
      <Show when={problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {t().refusals[why()]}
          </p>
        )}
      </Show>
      <p class={styles.end}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().saving : t().save}
        </Button>
        <Show when={saved() && !isChanged()}>
          <span class={styles.saved}>{t().saved}</span>
        </Show>
      </p>
    </form>
  );
}

function As(props: {
  readonly label: string;
  readonly to: string;
  readonly children: JSX.Element;
}) {
  return (
    <div>
      <dt>
        {props.label}. {props.to}.
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Shown(props: { readonly name: string; readonly pronouns: string }) {
  return (
    <span class={styles.shown}>
      <b>{props.name}</b>
      <Show when={props.pronouns}>
        <span class={styles.pronouns}>{props.pronouns}</span>
      </Show>
    </span>
  );
}
