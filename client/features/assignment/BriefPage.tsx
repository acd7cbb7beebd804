import { useNavigate, useParams } from '@solidjs/router';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import * as commands from '#shared/features/assignment/assignment/commands.ts';
import {
  ASSIGNMENT_TITLE_MAX,
  type AssignmentMode,
  BRIEF_LENGTH_MAX,
} from '#shared/features/assignment/assignment/model.ts';
import { aboutAssignment, whereToSet } from '#shared/features/assignment/assignment/queries.ts';
import { documentTemplates } from '#shared/features/document/catalogue/queries.ts';
import type { AssignmentId, DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { dayAndTime } from '../../platform/dates.ts';
import { inARow, language, useWords } from '../../platform/language.ts';
import { live } from '../../platform/live.ts';
import { createQuery } from '../../platform/query.ts';
import { holdsWords } from '../../platform/unsaved-words.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Assignment.module.css';
import type { About } from './answers.ts';
import { Failed } from './Failed.tsx';
import { refusalWords } from './refusal-words.ts';
import { words } from './words.ts';

type Place = OutputOf<typeof whereToSet>['places'][number];

/** `/oppgaver/ny` */
export function NewBriefPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const places = createQuery(whereToSet, () => ({}));
  return (
    <div class={styles.list}>
      <PageHeader title={t().newAssignment} />
      <Switch>
        <Match when={places.value()?.places.length === 0}>
          <EmptyState title={t().form.noPlaces}>{t().form.noPlacesAbout}</EmptyState>
        </Match>
        <Match when={places.value()}>{(value) => <BriefForm places={value().places} />}</Match>
        <Match when={places.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={places.state().status === 'failed'}>
          <Failed query={places} />
        </Match>
      </Switch>
    </div>
  );
}

/** `/oppgave/:assignmentId/endre` */
export function ChangeBriefPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const params = useParams<{ assignmentId: string }>();
  live.start(props.me);
  const about = createQuery(aboutAssignment, () => ({
    assignmentId: params.assignmentId as AssignmentId,
  }));
  return (
    <div class={styles.list}>
      <PageHeader title={t().changeAssignment} />
      <Switch>
        <Match when={about.value()}>{(value) => <BriefForm places={[]} before={value()} />}</Match>
        <Match when={about.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={about.state().status === 'failed'}>
          <Failed query={about} />
        </Match>
      </Switch>
    </div>
  );
}

/** The brief; with `before`, one that is there already, whose place and kind stay. */
function BriefForm(props: { readonly places: readonly Place[]; readonly before?: About }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const before = () => props.before;
  const start = props.before && dayAndTime(props.before.dueAt);
  const [place, setPlace] = createSignal(0);
  const [title, setTitle] = createSignal(props.before?.title ?? '');
  const [brief, setBrief] = createSignal(props.before?.brief ?? '');
  const [criteria, setCriteria] = createSignal(props.before?.criteria.join('\n') ?? '');
  const [mode, setMode] = createSignal<AssignmentMode>('group');
  const [template, setTemplate] = createSignal('');
  const [day, setDay] = createSignal(start?.day ?? '');
  const [time, setTime] = createSignal(start?.time ?? '23:59');
  const [tried, setTried] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof ReturnType<typeof refusals>>();
  const [sending, setSending] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const toTheFirstWrong = () => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  /** Stands at the day, and goes with the next letter there. */
  const passed = () => (problem() === 'due-passed' ? refusals()['due-passed'] : undefined);
  const forgetPassed = () => passed() && setProblem(undefined);
  const needed = (value: string) => (tried() && value.trim() === '' ? t().form.needed : undefined);

  const fields = () => ({
    title: title().trim(),
    brief: brief().trim(),
    criteria: criteria()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    dueDay: day(),
    dueTime: time(),
  });
  const begun = JSON.stringify(fields());
  holdsWords(() => JSON.stringify(fields()) !== begun, 'page');
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const missing = [title(), brief(), day(), time()].some((value) => value.trim() === '');
    if (missing) {
      toTheFirstWrong();
      return;
    }
    if (sending()) return;
    setSending(true);
    const changed = before();
    const outcome = changed ? await change(changed.assignmentId) : await set();
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (!outcome.ok) return toTheFirstWrong();
    if (changed) announce(t().form.changed);
    navigate(`/oppgave/${outcome.assignmentId}`);
  }
  async function set() {
    const chosen = props.places[place()];
    if (!chosen) return { ok: false, refusal: 'not-found' } as const;
    const { cohortId, courseId } = chosen;
    const outcome = await live.send(commands.setAssignment, {
      ...{ cohortId, courseId, mode: mode(), ...fields() },
      templateId: template() === '' ? null : (template() as DocumentId),
    });
    return outcome.ok ? { ok: true as const, ...outcome.value } : outcome;
  }
  async function change(assignmentId: AssignmentId) {
    const outcome = await live.send(commands.changeAssignment, { assignmentId, ...fields() });
    return outcome.ok ? { ok: true as const, assignmentId } : outcome;
  }
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <Show when={!before()}>
        <Select
          label={t().form.where}
          value={String(place())}
          groups={[
            {
              options: props.places.map((one, at) => ({
                value: String(at),
                label: `${one.cohortName}: ${one.courseCode} ${one.courseTitle}`,
              })),
            },
          ]}
          onChange={(event) => setPlace(Number(event.currentTarget.value))}
        />
      </Show>
      <Field
        label={t().form.title}
        error={needed(title())}
        value={title()}
        maxlength={ASSIGNMENT_TITLE_MAX}
        autocomplete="off"
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        label={t().form.brief}
        description={t().form.briefAbout}
        error={needed(brief())}
        rows={7}
        maxlength={BRIEF_LENGTH_MAX}
        value={brief()}
        onInput={(event) => setBrief(event.currentTarget.value)}
      />
      <TextArea
        label={t().form.criteria}
        description={t().form.criteriaAbout}
        rows={4}
        value={criteria()}
        onInput={(event) => setCriteria(event.currentTarget.value)}
      />
      <Show when={!before()}>
        <Who mode={mode()} onMode={setMode} place={props.places[place()]} />
        <Templates value={template()} onChange={setTemplate} />
      </Show>
      <div class={styles.when}>
        <Field
          label={t().form.day}
          type="date"
          error={needed(day()) ?? passed()}
          value={day()}
          onInput={(event) => {
            forgetPassed();
            setDay(event.currentTarget.value);
          }}
        />
        <Field
          label={t().form.time}
          type="time"
          error={needed(time())}
          value={time()}
          onInput={(event) => {
            forgetPassed();
            setTime(event.currentTarget.value);
          }}
        />
      </div>
      <p class={styles.quiet}>{t().form.dueAbout}</p>
      <Show when={!passed() && problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {refusals()[said()]}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {before() ? t().form.save : t().form.set}
        </Button>
        <LinkButton
          look="quiet"
          href={before() ? `/oppgave/${before()?.assignmentId}` : '/oppgaver'}
        >
          {t().form.cancel}
        </LinkButton>
      </p>
    </form>
  );
}

function Who(props: {
  readonly mode: AssignmentMode;
  readonly onMode: (mode: AssignmentMode) => void;
  readonly place: Place | undefined;
}) {
  const t = useWords(words);
  const about = () => {
    if (props.mode === 'individual') return t().form.alone;
    const names = props.place?.groupNames ?? [];
    return names.length > 0 ? t().form.groups(inARow(language(), names)) : t().form.noGroups;
  };
  return (
    <fieldset class={styles.choice} aria-describedby="who-about">
      <legend>{t().form.who}</legend>
      <For each={['group', 'individual'] as const}>
        {(mode) => (
          <label>
            <input
              type="radio"
              name="mode"
              value={mode}
              checked={props.mode === mode}
              onChange={() => props.onMode(mode)}
            />
            {t().form.modes[mode]}
          </label>
        )}
      </For>
      <p id="who-about" class={styles.quiet}>
        {`${about()} ${t().form.kinds}`}
      </p>
    </fieldset>
  );
}

function Templates(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useWords(words);
  const templates = createQuery(documentTemplates, () => ({}));
  const options = () => [
    { value: '', label: t().form.emptyPage },
    ...(templates.value()?.templates ?? []).map((one) => ({
      value: one.documentId,
      label: one.place === null ? one.title : `${one.title} (${one.place})`,
    })),
  ];
  return (
    <Show when={options().length > 1}>
      <Select
        label={t().form.template}
        value={props.value}
        groups={[{ options: options() }]}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </Show>
  );
}
