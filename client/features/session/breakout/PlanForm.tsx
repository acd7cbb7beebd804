import { createSignal, For, Match, Show, Switch } from 'solid-js';
import {
  BREAKOUT_MINUTES_MAX,
  type BreakoutPlan,
  TASK_MAX,
} from '#shared/features/session/breakout/model.ts';
import type { breakoutPlans } from '#shared/features/session/breakout/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SheetActions } from '../../../ui/Sheet.tsx';
import { Switch as OnOff } from '../../../ui/Switch.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { words } from './lead-words.ts';
import styles from './PlanForm.module.css';
import { PlanFormBefore } from './PlanFormBefore.tsx';
import { PlanFormCount } from './PlanFormCount.tsx';
import { PlanFormPeople } from './PlanFormPeople.tsx';
import { PlanFormRooms } from './PlanFormRooms.tsx';
import { type PlanProblems, WAYS } from './plan.ts';
import type { PlanMaking } from './plan-making.ts';

/** Near the end of what fits, the rest is counted. */
const COUNT_FROM = 100;

export type PlanFormProps = Pick<OutputOf<typeof breakoutPlans>, 'earlier' | 'groups'> & {
  readonly making: PlanMaking;
  readonly nameOf: (personId: PersonId) => string;
  readonly isPrepared: boolean;
  readonly problem: string | undefined;
  readonly waits: string | undefined;
  readonly onOpen: ((plan: BreakoutPlan) => Promise<boolean>) | undefined;
  readonly onPrepare: (plan: BreakoutPlan | null) => Promise<boolean>;
};

/** How the session is to be split: the way to the groups, the groups themselves, what they do and for how long. */
export function PlanForm(props: PlanFormProps) {
  const t = useWords(words);
  const { making } = props;
  const { draft, write } = making;
  const [tried, setTried] = createSignal(false);
  const [done, setDone] = createSignal('');
  /** What went wrong before the form was there is not its matter. */
  const [asked, setAsked] = createSignal(false);
  let form: HTMLFormElement | undefined;
  let doneLine: HTMLParagraphElement | undefined;
  const problems = (): PlanProblems | undefined => {
    const read = making.read();
    return tried() && !read.ok ? read.problems : undefined;
  };
  const problem = () => (asked() ? props.problem : undefined);
  const say = (text: string) => {
    setDone(text);
    announce(text);
    // It comes under the buttons, which may be all that is in sight.
    doneLine?.scrollIntoView({ block: 'nearest' });
  };
  const read = () => {
    setTried(true);
    setDone('');
    const now = making.read();
    if (now.ok) return now.plan;
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form?.querySelector<HTMLElement>('[data-add]'))?.focus();
    return undefined;
  };
  const prepare = async () => {
    const plan = read();
    setAsked(true);
    if (!plan || !(await props.onPrepare(plan))) return;
    making.isPrepared();
    setTried(false);
    say(t().plan.isReady);
  };
  const drop = async () => {
    setAsked(true);
    if (!(await props.onPrepare(null))) return;
    making.isDropped();
    say(t().plan.isDropped);
    // The button that was pressed goes with the plan.
    doneLine?.focus();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!props.onOpen) return prepare();
    const plan = read();
    setAsked(true);
    if (plan && (await props.onOpen(plan))) making.isUsed();
  };
  return (
    <form ref={form} class={styles.form} onSubmit={submit} novalidate>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no row */}
      <div class={styles.ways} role="group" aria-label={t().plan.way}>
        <For each={WAYS}>
          {(way) => (
            <Button
              size="small"
              aria-pressed={draft().way === way}
              onClick={() => {
                making.choose(way);
                setTried(false);
              }}
            >
              {t().plan.ways[way]}
            </Button>
          )}
        </For>
      </div>
      <p class={styles.quiet}>{t().plan.about[draft().way]}</p>
      <Switch>
        <Match when={draft().way === 'drawn' || draft().way === 'choice'}>
          <PlanFormCount making={making} isWrong={problems()?.count ?? false} />
        </Match>
        <Match when={draft().way === 'own'}>
          <PlanFormPeople making={making} nameOf={props.nameOf} />
        </Match>
        <Match when={draft().way === 'before'}>
          <PlanFormBefore
            making={making}
            nameOf={props.nameOf}
            earlier={props.earlier}
            groups={props.groups}
          />
        </Match>
      </Switch>
      <PlanFormRooms making={making} nameOf={props.nameOf} problems={problems()} />
      <TextArea
        rows={3}
        lang={PROGRAMME_LANGUAGE}
        label={t().plan.task}
        description={
          draft().task.length > TASK_MAX - COUNT_FROM
            ? t().plan.taskLeft(TASK_MAX - draft().task.length)
            : t().plan.taskAbout
        }
        maxlength={TASK_MAX}
        value={draft().task}
        onInput={(event) => write({ task: event.currentTarget.value })}
      />
      <OnOff
        label={t().plan.untilFetched}
        about={t().plan.untilFetchedAbout}
        on={draft().untilFetched}
        onChange={(untilFetched) => write({ untilFetched })}
      />
      <Show when={!draft().untilFetched}>
        <Field
          label={t().plan.minutes}
          inputmode="numeric"
          autocomplete="off"
          maxlength={3}
          error={problems()?.minutes ? t().plan.minutesProblem(BREAKOUT_MINUTES_MAX) : undefined}
          value={draft().minutes}
          onInput={(event) => write({ minutes: event.currentTarget.value })}
        />
      </Show>
      <Show when={draft().way !== 'choice'}>
        <OnOff
          label={t().plan.choice}
          about={t().plan.choiceAbout}
          on={draft().choice}
          onChange={(choice) => write({ choice })}
        />
      </Show>
      <Show when={props.onOpen}>
        <p class={styles.quiet}>
          {draft().way === 'choice' ? t().plan.openAboutChoice : t().plan.openAbout}
        </p>
      </Show>
      <SheetActions>
        <Button type="submit" look="filled" aria-disabled={props.waits ? 'true' : undefined}>
          {props.onOpen ? t().plan.open : t().plan.prepare}
        </Button>
        <Show when={props.onOpen}>
          <Button look="quiet" size="small" onClick={() => void prepare()}>
            {t().plan.prepare}
          </Button>
        </Show>
        <Show when={props.isPrepared}>
          <Button look="quiet" size="small" onClick={() => void drop()}>
            {t().plan.drop}
          </Button>
        </Show>
      </SheetActions>
      {/* Here before its words are: only so are they read when they come. */}
      <p class={styles.quiet} role="status">
        {props.waits}
      </p>
      {/* What is done the announcer has said, and in the session also what was refused. */}
      <p ref={doneLine} class={styles.done} tabindex="-1">
        {problem() ? '' : done()}
      </p>
      <Show when={problem()}>
        {(problem) => (
          <p class={styles.problem} role={props.onOpen ? undefined : 'alert'}>
            {problem()}
          </p>
        )}
      </Show>
    </form>
  );
}
