import { useNavigate } from '@solidjs/router';
import { type Accessor, createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import type { Foreseen } from '#shared/features/programme/planning/queries.ts';
import { useWords } from '../../../platform/language.ts';
import type { LiveQuery } from '../../../platform/query.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { ForeseenPart } from './ForeseenPart.tsx';
import styles from './Planning.module.css';
import type { PlanForm as Plan } from './plan-form.ts';
import { words } from './words.ts';

type Refusal = keyof (typeof words)['nb']['refusals'] | keyof (typeof refusalWords)['nb'];

/** What came of it: what to say, or why it was refused. */
export type Saved =
  | { readonly ok: true; readonly said: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** A plan that is being written, new or not: what is in its way is named before it is saved, and then it can be saved all the same. */
export function PlanForm<Asked>(props: {
  readonly form: Plan;
  /** What is known of the plan so far; undefined as long as nobody can say what is in its way. */
  readonly asked: Accessor<Asked | undefined>;
  readonly foresee: (asked: Accessor<Asked>) => LiveQuery<Foreseen>;
  readonly save: () => Promise<Saved>;
  readonly label: string;
  /** Where something is in the way. */
  readonly labelAnyway: string;
  readonly onRefused?: (refusal: Refusal) => void;
  readonly children: JSX.Element;
}) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<Refusal>();
  const [foreseen, setForeseen] = createSignal<Foreseen>();
  let element: HTMLFormElement | undefined;
  let foreseenNow: LiveQuery<Foreseen> | undefined;
  // What was refused was of the plan as it stood then.
  createEffect(on(props.asked, () => setProblem(undefined), { defer: true }));
  /** What stands above already is not said twice. */
  const shownProblem = () => (problem() === foreseen()?.refusal ? undefined : problem());
  const wordsOf = (refusal: Refusal) => ({ ...refusals(), ...t().refusals })[refusal];
  holdsWords(() => props.form.isChanged(), 'page');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!props.form.isWhole()) {
      element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (sending()) return;
    setSending(true);
    setProblem(undefined);
    const saved = await props.save();
    setSending(false);
    if (saved.ok) {
      announce(saved.said);
      navigate('/kalender');
      return;
    }
    setProblem(saved.refusal);
    if (saved.refusal === foreseen()?.refusal) announce(wordsOf(saved.refusal));
    // What has come in the way since is shown before anybody says yes to it.
    foreseenNow?.refetch();
    props.onRefused?.(saved.refusal);
  }

  return (
    <form ref={element} class={styles.form} onSubmit={submit} novalidate>
      {props.children}
      <Show when={props.asked()}>
        {(asked) => {
          const query = props.foresee(asked);
          foreseenNow = query;
          return (
            <ForeseenPart
              query={query}
              onShown={(now) => {
                setForeseen(now);
                props.form.setSeen(now.clashes.map(({ sessionId }) => sessionId));
              }}
            />
          );
        }}
      </Show>
      <Show when={shownProblem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {wordsOf(said())}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending()
            ? t().saving
            : (foreseen()?.clashes.length ?? 0) > 0
              ? props.labelAnyway
              : props.label}
        </Button>
        <LinkButton look="quiet" href="/kalender">
          {t().abort}
        </LinkButton>
      </p>
    </form>
  );
}
