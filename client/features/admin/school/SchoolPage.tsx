import { useNavigate } from '@solidjs/router';
import { createSignal, Match, Show, Switch } from 'solid-js';
import { SCHOOL_NAME_MAX, saveSchool } from '#shared/features/admin/school/commands.ts';
import { aboutSchool } from '#shared/features/admin/school/queries.ts';
import { isAddress, tidyAddress } from '#shared/features/admin/welcome/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import styles from '../people/People.module.css';
import { words } from './words.ts';

/** `/skolen`: what the school is called, and whom one writes to about privacy. */
export function SchoolPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const query = createQuery(aboutSchool, () => ({}));
  watchSignIn(query.state);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const isNotTheirs = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  return (
    <div class={styles.page}>
      <PageHeader title={t().title} />
      <Switch>
        <Match when={isNotTheirs()}>
          <EmptyState title={t().notYours}>{t().notYoursAbout}</EmptyState>
        </Match>
        <Match when={query.value()}>{(school) => <SchoolForm school={school()} />}</Match>
        <Match when={query.state().status === 'failed'}>
          <ErrorState
            title={failed().title}
            action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
          >
            {failed().about}
          </ErrorState>
        </Match>
        <Match when={true}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
      </Switch>
    </div>
  );
}

function SchoolForm(props: { readonly school: OutputOf<typeof aboutSchool> }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const [name, setName] = createSignal(props.school.name);
  const [contact, setContact] = createSignal(props.school.contact);
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  let form!: HTMLFormElement;
  const noName = () => (tried() && name().trim() === '' ? t().noName : undefined);
  const badAddress = () =>
    tried() && !isAddress(tidyAddress(contact())) ? t().badAddress : undefined;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (sending()) return;
    setTried(true);
    setProblem(undefined);
    if (noName() || badAddress()) {
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setSending(true);
    const said = { name: name().trim(), contact: contact().trim() };
    const outcome = await live.send(saveSchool, said, { lasting: false });
    setSending(false);
    if (!outcome.ok) {
      setProblem(outcome.refusal === 'bad-address' ? t().badAddress : refusals()[outcome.refusal]);
      return;
    }
    announce(t().saved);
    navigate('/');
  }
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <p>{t().about}</p>
      <Field
        label={t().name}
        error={noName()}
        value={name()}
        maxlength={SCHOOL_NAME_MAX}
        autocomplete="organization"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Field
        label={t().contact}
        description={t().contactAbout}
        error={badAddress()}
        type="email"
        inputmode="email"
        autocomplete="off"
        spellcheck={false}
        value={contact()}
        onInput={(event) => setContact(event.currentTarget.value)}
      />
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().saving : t().save}
        </Button>
      </p>
    </form>
  );
}
