import { createSignal, createUniqueId, For, onMount, Show, untrack } from 'solid-js';
import {
  correctAttendance,
  correctGatheringDay,
} from '#shared/features/attendance/correction/commands.ts';
import {
  type CorrectedTo,
  REASON_MAX,
  REASON_MIN,
} from '#shared/features/attendance/correction/model.ts';
import { changesNothing } from '#shared/features/attendance/correction/rules.ts';
import type { Cell, Occasion } from '#shared/features/attendance/sheet/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from './Sheet.module.css';
import { minutesIn, minutesOf } from './said.ts';
import { words } from './words.ts';

type Way = CorrectedTo['as'];

/** Puts one figure right, with a reason. Who is late keeps what they wrote, and sees above it what stands now. */
export function CorrectForm(props: {
  readonly occasion: Occasion;
  readonly personId: PersonId;
  readonly cell: Cell;
  /** The occasion in words, with its day: there may be more of its name. */
  readonly about: string;
  /** A reason that was begun before. */
  readonly begun: string | undefined;
  readonly onReason: (reason: string) => void;
  /** Asks for what stands now. */
  readonly onStale: () => void;
  readonly onDone: (isSaved: boolean) => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  // Whatever the table shows meanwhile: what is written is of this one.
  const { occasion, personId } = untrack(() => ({
    occasion: props.occasion,
    personId: props.personId,
  }));
  const most = () => minutesIn(props.occasion);
  const isTime = () => props.occasion.kind === 'session';
  const [way, setWay] = createSignal<Way | undefined>(untrack(isTime) ? 'minutes' : undefined);
  const [minutes, setMinutes] = createSignal(
    untrack(() => {
      const { figure } = props.cell;
      return figure.kind === 'time' ? String(minutesOf(figure.thereMs)) : '';
    }),
  );
  const [reason, setReason] = createSignal(untrack(() => props.begun ?? ''));
  const [seen, setSeen] = createSignal(untrack(() => props.cell.corrections.length));
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  holdsWords(() => reason().trim() !== '', 'page');
  let form!: HTMLFormElement;
  onMount(() => {
    if (untrack(() => props.begun) === undefined) form.querySelector('input')?.focus();
  });

  const ways = (): { readonly as: Way; readonly label: string }[] => [
    ...(isTime() ? [{ as: 'minutes' as const, label: t().soManyMinutes }] : []),
    { as: 'present', label: isTime() ? t().wholeTime : t().present },
    { as: 'absent', label: isTime() ? t().notThere : t().absent },
    // There is something to go back to once it has been put right.
    ...(props.cell.figure.source === 'corrected'
      ? [{ as: 'as-counted' as const, label: t().asCounted }]
      : []),
  ];
  const isMinutes = () => /^\d{1,4}$/u.test(minutes().trim()) && Number(minutes().trim()) <= most();
  const isReason = () => reason().trim().length >= REASON_MIN;
  const chosen = (): CorrectedTo | undefined => {
    const as = way();
    if (as !== 'minutes') return as && { as };
    return isMinutes() ? { as, minutes: Number(minutes().trim()) } : undefined;
  };

  /** The other's correction may have come to the same. */
  const isSoAlready = () => {
    const to = chosen();
    const isOn = props.occasion.state === 'on';
    return (
      to !== undefined &&
      changesNothing(props.cell.figure, to, { length: props.occasion.length, isOn })
    );
  };
  const choiceProblem = () => {
    if (!tried() || sending()) return undefined;
    if (!way()) return t().chooseFirst;
    return isSoAlready() ? t().isSoAlready : undefined;
  };

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const to = chosen();
    if (!to || isSoAlready() || !isReason()) {
      const wrong = choiceProblem() ? 'input:checked, input' : '[aria-invalid="true"]';
      queueMicrotask(() => form.querySelector<HTMLElement>(wrong)?.focus());
      return;
    }
    if (sending()) return;
    // What has come to stand above the form since, has been seen.
    if (problem() === 'changed-meanwhile') setSeen(props.cell.corrections.length);
    setSending(true);
    setProblem(undefined);
    const outcome = await sent(to);
    setSending(false);
    if (outcome.ok) {
      announce(t().saved);
      return props.onDone(true);
    }
    setProblem(outcome.refusal);
    if (outcome.refusal === 'changed-meanwhile') props.onStale();
  }

  function sent(to: CorrectedTo) {
    const about = { personId, seen: seen(), reason: reason().trim() };
    if (occasion.kind === 'session')
      return live.send(
        correctAttendance,
        { ...about, sessionId: occasion.sessionId, to },
        { lasting: false },
      );
    const { gatheringId, day } = occasion;
    if (to.as === 'minutes') throw new Error('a day has no minutes');
    return live.send(
      correctGatheringDay,
      { ...about, gatheringId, day, to: { as: to.as } },
      { lasting: false },
    );
  }

  return (
    <form
      ref={form}
      class={styles.form}
      onSubmit={save}
      novalidate
      aria-label={t().correctOf(props.about)}
    >
      <fieldset
        class={styles.choice}
        aria-describedby={choiceProblem() ? `${id}-error` : undefined}
      >
        <legend>{t().toWhat}</legend>
        <For each={ways()}>
          {(one) => (
            <label>
              <input
                type="radio"
                name={id}
                checked={way() === one.as}
                onChange={() => setWay(one.as)}
              />
              {one.label}
            </label>
          )}
        </For>
        <Show when={choiceProblem()}>
          {(why) => (
            <p id={`${id}-error`} class={styles.problem} role="alert">
              {why()}
            </p>
          )}
        </Show>
      </fieldset>
      <Show when={way() === 'minutes'}>
        <Field
          label={t().minutesLabel}
          description={t().minutesMax(most())}
          error={tried() && !isMinutes() ? t().minutesWrong(most()) : undefined}
          inputmode="numeric"
          autocomplete="off"
          value={minutes()}
          onInput={(event) => setMinutes(event.currentTarget.value)}
        />
      </Show>
      <TextArea
        label={t().reason}
        description={t().reasonAbout}
        error={tried() && !isReason() ? t().reasonWrong : undefined}
        rows={3}
        maxlength={REASON_MAX}
        lang={PROGRAMME_LANGUAGE}
        value={reason()}
        onInput={(event) => props.onReason(setReason(event.currentTarget.value))}
      />
      <Show when={problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {t().refusals[why()]}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().saving : t().save}
        </Button>
        <Button look="quiet" onClick={() => props.onDone(false)}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
