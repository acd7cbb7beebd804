import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import * as commands from '#shared/features/programme/planning/commands.ts';
import { CANCEL_REASON_MAX, type Scope } from '#shared/features/programme/planning/model.ts';
import {
  type Foreseen,
  foreseeChange,
  plannedSession,
} from '#shared/features/programme/planning/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { dayAndTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery, type LiveQuery } from '../../../platform/query.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { FailedPage } from './FailedPage.tsx';
import { ForeseenPart } from './ForeseenPart.tsx';
import { PlanFields } from './PlanFields.tsx';
import styles from './Planning.module.css';
import { createPlanForm, isSameQuestion } from './plan-form.ts';
import { words } from './words.ts';

type Planned = OutputOf<typeof plannedSession>;

/** `/kalender/okt/:sessionId`: moves, changes and cancels a session that has not begun. */
export function ChangeSessionPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const params = useParams<{ sessionId: string }>();
  const sessionId = () => params.sessionId as SessionId;
  live.start(props.me);
  const query = createQuery(plannedSession, () => ({ sessionId: sessionId() }));
  return (
    <div class={styles.page}>
      <PageHeader
        above={query.value() && aboveOf(query.value() as Planned, t())}
        title={t().changeSession}
      />
      <Switch>
        <Match when={query.value()?.hasBegun}>
          <EmptyState
            title={t().hasBegun}
            action={<LinkButton href={`/okt/${sessionId()}/om`}>{t().toSession}</LinkButton>}
          >
            {t().hasBegunAbout}
          </EmptyState>
        </Match>
        <Match when={query.value()?.cancelled && query.value()}>
          {(session) => (
            <Cancelled session={session()} sessionId={sessionId()} onDone={query.refetch} />
          )}
        </Match>
        {/* Anew for each version: whoever is late sees what stands now. */}
        <Match when={query.value()?.version !== undefined && `${query.value()?.version}`} keyed>
          {(_version) => {
            const session = query.value() as Planned;
            return (
              <>
                <ChangeForm session={session} sessionId={sessionId()} onStale={query.refetch} />
                <CancelForm session={session} sessionId={sessionId()} onDone={query.refetch} />
              </>
            );
          }}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <FailedPage query={query} />
        </Match>
      </Switch>
    </div>
  );
}

function aboveOf(session: Planned, t: (typeof words)['nb']): string {
  const { courseCode, courseTitle, groupName, cohortName } = session;
  return t.whichSession(`${courseCode} ${courseTitle}`, groupName ?? cohortName);
}

type PartProps = { readonly session: Planned; readonly sessionId: SessionId };

function ChangeForm(props: PartProps & { readonly onStale: () => void }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  // Whatever is fetched meanwhile: what is written is of this version.
  const { sessionId, session } = props;
  const [start, end] = [dayAndTime(session.startsAt), dayAndTime(session.endsAt)];
  const form = createPlanForm({
    ...{ title: session.title, room: session.room, teachers: session.teachers },
    ...{ day: start.day, from: start.time, to: end.time },
  });
  const [scope, setScope] = createSignal<Scope>('one');
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const [foreseen, setForeseen] = createSignal<Foreseen>();
  let element: HTMLFormElement | undefined;
  let foreseenNow: LiveQuery<Foreseen> | undefined;
  holdsWords(form.isChanged, 'page');
  const asked = createMemo(
    () => {
      const { title: _title, ...plan } = form.given();
      return form.isPlaced() && form.isChanged() && { sessionId, ...plan, scope: scope() };
    },
    undefined,
    { equals: isSameQuestion },
  );

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!form.isWhole()) {
      element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (sending()) return;
    setSending(true);
    setProblem(undefined);
    const input = { sessionId, version: session.version, ...form.given(), scope: scope() };
    const outcome = await live.send(
      commands.changeSession,
      { ...input, seen: [...form.seen()] },
      { lasting: false },
    );
    setSending(false);
    if (outcome.ok) {
      announce(t().changed);
      navigate('/kalender');
      return;
    }
    setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
    if (outcome.refusal === 'unseen-clash') foreseenNow?.refetch();
    else if (outcome.refusal === 'changed-meanwhile') {
      announce(t().refusals['changed-meanwhile']);
      props.onStale();
    }
  }

  return (
    <form ref={element} class={styles.form} onSubmit={save} novalidate>
      <PlanFields form={form} colleagues={colleaguesOf(session)} />
      <ScopeChoice following={session.following} scope={scope()} onScope={setScope} name="change" />
      <Show when={asked()}>
        {(input) => {
          const query = createQuery(foreseeChange, input);
          foreseenNow = query;
          return (
            <ForeseenPart
              query={query}
              onShown={(now) => {
                setForeseen(now);
                form.setSeen(now.clashes.map((one) => one.sessionId));
              }}
            />
          );
        }}
      </Show>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending()
            ? t().saving
            : (foreseen()?.clashes.length ?? 0) > 0
              ? t().saveAnyway
              : t().save}
        </Button>
        <LinkButton look="quiet" href="/kalender">
          {t().abort}
        </LinkButton>
      </p>
    </form>
  );
}

/** Whoever has it already may keep it, also one who is no teacher any more. */
function colleaguesOf({ colleagues, teachers }: Planned) {
  const known = new Set(colleagues.map(({ personId }) => personId));
  return [...colleagues, ...teachers.filter(({ personId }) => !known.has(personId))];
}

function ScopeChoice(props: {
  readonly following: number;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly name: string;
}) {
  const t = useWords(words);
  const label = (scope: Scope) =>
    scope === 'one' ? t().scopes.one : t().scopes.following(props.following);
  return (
    <Show when={props.following > 0}>
      <fieldset class={styles.choice}>
        <legend>{t().scope}</legend>
        <For each={['one', 'following'] as const}>
          {(one) => (
            <label>
              <input
                type="radio"
                name={props.name}
                value={one}
                checked={props.scope === one}
                onChange={() => props.onScope(one)}
              />
              {label(one)}
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}

function CancelForm(props: PartProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [reason, setReason] = createSignal('');
  const [scope, setScope] = createSignal<Scope>('one');
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  let element: HTMLFormElement | undefined;
  holdsWords(() => reason().trim() !== '', 'page');
  async function cancel(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (reason().trim() === '') {
      queueMicrotask(() => element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (sending()) return;
    setSending(true);
    setProblem(undefined);
    const { sessionId, session } = props;
    const outcome = await live.send(
      commands.cancelSession,
      { sessionId, version: session.version, scope: scope(), reason: reason().trim() },
      { lasting: false },
    );
    setSending(false);
    if (outcome.ok) announce(t().cancelled);
    else setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
    props.onDone();
  }
  return (
    <form
      ref={element}
      class={styles.cancel}
      onSubmit={cancel}
      novalidate
      aria-labelledby="cancel-title"
    >
      <h2 id="cancel-title">{t().cancelTitle}</h2>
      <Field
        label={t().reason}
        description={t().reasonAbout}
        error={tried() && reason().trim() === '' ? t().needed : undefined}
        value={reason()}
        maxlength={CANCEL_REASON_MAX}
        autocomplete="off"
        lang={PROGRAMME_LANGUAGE}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <ScopeChoice
        following={props.session.following}
        scope={scope()}
        onScope={setScope}
        name="cancel"
      />
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p>
        <Button danger type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}

function Cancelled(props: PartProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [problem, setProblem] = createSignal<string>();
  async function takeBack(): Promise<void> {
    const { sessionId, session } = props;
    const outcome = await live.send(
      commands.takeBackCancelling,
      { sessionId, version: session.version },
      { lasting: false },
    );
    if (outcome.ok) announce(t().takenBack);
    else setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
    props.onDone();
  }
  return (
    <section class={styles.form}>
      <h2>{t().cancelled}</h2>
      <p>{t().cancelledAbout(props.session.cancelReason)}</p>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button onClick={() => void takeBack()}>{t().takeBack}</Button>
        <LinkButton look="quiet" href="/kalender">
          {t().toCalendar}
        </LinkButton>
      </p>
    </section>
  );
}
