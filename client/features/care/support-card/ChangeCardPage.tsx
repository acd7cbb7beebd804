import { createSignal, Index, Match, onMount, Show, Switch } from 'solid-js';
import { changeSupportCard } from '#shared/features/care/support-card/commands.ts';
import {
  ENTRY_ABOUT_MAX,
  ENTRY_NAME_MAX,
  ENTRY_OPEN_MAX,
  NUMBER_LENGTH_MAX,
  type SupportCard,
  type SupportEntry,
} from '#shared/features/care/support-card/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { downIcon, plusIcon, trashIcon, upIcon } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { who } from '../../identity/public.ts';
import { ReaderChoice } from '../concern/ReaderChoice.tsx';
import { CallList } from './CallList.tsx';
import styles from './ChangeCardPage.module.css';
import { card, fetchCard, takeCard } from './card.ts';
import { type CardForm, createCardForm } from './card-form.ts';
import { words } from './words.ts';

/** `/snakke-med`: the administration changes whom the school itself puts on the card. */
export function ChangeCardPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading');
  const mayChange = () => {
    const now = who();
    return now.status === 'signed-in' && now.person.roles.includes('admin');
  };
  const load = async () => {
    setState('loading');
    setState((await fetchCard()) ? 'ready' : 'failed');
  };
  onMount(load);
  return (
    <div class={styles.page}>
      <PageHeader title={t().change} />
      <Show
        when={mayChange()}
        fallback={<EmptyState title={t().notYours}>{t().notYoursAbout}</EmptyState>}
      >
        <Switch>
          <Match when={state() === 'loading'}>
            <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
          </Match>
          <Match when={state() === 'failed'}>
            <ErrorState
              title={t().couldNotFetch}
              action={<Button onClick={load}>{t().tryAgain}</Button>}
            >
              {t().couldNotFetchAbout}
            </ErrorState>
          </Match>
          <Match when={state() === 'ready'}>
            <CardFormPart before={card()} />
            <div class={styles.reader}>
              <ReaderChoice />
            </div>
          </Match>
        </Switch>
      </Show>
    </div>
  );
}

function CardFormPart(props: { readonly before: SupportCard }) {
  const t = useWords(words);
  const [form, setForm] = createSignal(createCardForm(props.before));
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [saved, setSaved] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  holdsWords(() => form().isChanged(), 'page');
  let whole!: HTMLFormElement;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!form().isWhole()) {
      whole.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (sending()) return;
    setSaved(false);
    setSending(true);
    const entries = form().trimmed();
    const outcome = await live.send(changeSupportCard, { from: form().from(), entries });
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (outcome.ok) {
      const saved = { version: outcome.value.version, entries };
      takeCard(saved);
      setForm(createCardForm(saved));
      setTried(false);
      setSaved(true);
      announce(t().saved);
    } else if (outcome.refusal === 'changed-meanwhile' && (await fetchCard())) {
      form().standOn(card().version);
    }
  }
  const add = () => {
    form().add();
    whole.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus();
  };
  return (
    <form ref={whole} class={styles.form} onSubmit={save} novalidate>
      <p class={styles.quiet}>{t().changeAbout}</p>
      <Index each={form().entries()}>
        {(entry, at) => (
          <EntryFields form={form()} entry={entry()} at={at} tried={tried()} whole={whole} />
        )}
      </Index>
      <p>
        <Show when={!form().isFull()} fallback={t().full}>
          <Button icon={plusIcon} onClick={add}>
            {t().add}
          </Button>
        </Show>
      </p>
      <Show when={problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {t().refusals[why()]}
          </p>
        )}
      </Show>
      <Show when={problem() === 'changed-meanwhile'}>
        <Shown label={t().standsNow} entries={card().entries} />
      </Show>
      <Shown label={t().preview} entries={form().trimmed()} />
      <p class={styles.end}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().saving : t().save}
        </Button>
        <Show when={saved() && !form().isChanged()}>
          <span class={styles.saved}>{t().saved}</span>
        </Show>
      </p>
    </form>
  );
}

function Shown(props: { readonly label: string; readonly entries: readonly SupportEntry[] }) {
  const t = useWords(words);
  return (
    <div class={styles.preview}>
      <Show
        when={props.entries.length > 0}
        fallback={
          <>
            <h2 class={styles.label}>{props.label}</h2>
            <p class={styles.quiet}>{t().previewEmpty}</p>
          </>
        }
      >
        <CallList level={2} label={props.label} lang={PROGRAMME_LANGUAGE} entries={props.entries} />
      </Show>
    </div>
  );
}

function EntryFields(props: {
  readonly form: CardForm;
  readonly entry: SupportEntry;
  readonly at: number;
  readonly tried: boolean;
  readonly whole: HTMLFormElement;
}) {
  const t = useWords(words);
  const count = () => props.form.entries().length;
  const faults = () => props.form.faults()[props.at];
  const called = () => props.entry.name.trim() || t().somebody;
  const write = (field: keyof SupportEntry) => (event: { currentTarget: HTMLInputElement }) =>
    props.form.write(props.at, field, event.currentTarget.value);
  const move = (by: -1 | 1) => {
    const to = props.at + by;
    const name = called();
    props.form.move(props.at, by);
    announce(t().nowAt(name, to + 1, count()));
    // Goes along with the one that was moved; at the end only the other way is left.
    const row = props.whole.querySelectorAll('fieldset')[to];
    const same = row?.querySelector<HTMLElement>(`[data-step="${by}"]:not([disabled])`);
    (same ?? row?.querySelector<HTMLElement>(`[data-step="${-by}"]`))?.focus();
  };
  const remove = () => {
    const name = called();
    const { whole, at } = props;
    props.form.remove(at);
    announce(t().removed(name));
    const rows = whole.querySelectorAll('fieldset');
    const next = rows[Math.min(at, rows.length - 1)] ?? whole;
    next.querySelector<HTMLElement>('input, button')?.focus();
  };
  return (
    <fieldset class={styles.entry}>
      <legend>{t().one(props.at + 1, props.entry.name.trim())}</legend>
      <div class={styles.fields}>
        <Field
          label={t().name}
          description={t().nameAbout}
          error={props.tried && faults()?.name ? t().nameNeeded : undefined}
          value={props.entry.name}
          maxlength={ENTRY_NAME_MAX}
          autocomplete="off"
          onInput={write('name')}
        />
        <Field
          label={t().number}
          type="tel"
          error={props.tried && faults()?.number ? t().numberNeeded : undefined}
          value={props.entry.number}
          maxlength={NUMBER_LENGTH_MAX}
          autocomplete="off"
          onInput={write('number')}
        />
        <Field
          label={t().open}
          description={t().openAbout}
          value={props.entry.open}
          maxlength={ENTRY_OPEN_MAX}
          autocomplete="off"
          onInput={write('open')}
        />
        <Field
          label={t().about}
          class={styles.whole}
          value={props.entry.about}
          maxlength={ENTRY_ABOUT_MAX}
          autocomplete="off"
          onInput={write('about')}
        />
      </div>
      <p class={styles.tools}>
        <Button
          look="quiet"
          size="small"
          icon={upIcon}
          data-step="-1"
          disabled={props.at === 0}
          onClick={() => move(-1)}
        >
          {t().up}
          <span class="visually-hidden"> {called()}</span>
        </Button>
        <Button
          look="quiet"
          size="small"
          icon={downIcon}
          data-step="1"
          disabled={props.at === count() - 1}
          onClick={() => move(1)}
        >
          {t().down}
          <span class="visually-hidden"> {called()}</span>
        </Button>
        <Button look="quiet" size="small" icon={trashIcon} danger onClick={remove}>
          {t().remove}
          <span class="visually-hidden"> {called()}</span>
        </Button>
      </p>
    </fieldset>
  );
}
