import { useNavigate } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  Match,
  on,
  Show,
  Switch,
} from 'solid-js';
import { Portal } from 'solid-js/web';
import * as commands from '#shared/features/assignment/submission/commands.ts';
import type { PaperState } from '#shared/features/assignment/submission/model.ts';
import { mayGoAlone, standingOf, waitOf } from '#shared/features/assignment/submission/rules.ts';
import type { PaperId, PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { live } from '../../platform/live.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { heedful } from '../../ui/heed.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import styles from './Assignment.module.css';
import type { About } from './answers.ts';
import { FollowPaper } from './FollowPaper.tsx';
import { type FollowPress, makeFollowPress } from './follow-press.ts';
import { HandInSheet } from './HandInSheet.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { refusalWords } from './refusal-words.ts';
import { takenBackInWords } from './taken-back.ts';
import { WhoConfirmed } from './WhoConfirmed.tsx';
import { words } from './words.ts';

type PaperOf = About['papers'][number];
type SeenText = { readonly paperId: PaperId; readonly fingerprint: string };

/** How far those who answer together have come, and the one next step; the receipt when it is handed in. */
export function PaperCard(props: {
  readonly about: About;
  readonly paper: PaperOf | undefined;
  readonly me: PersonId;
  /** Where the next step stands, beside the title; in the card where there is none. */
  readonly slot: HTMLElement | undefined;
  readonly onChanged: () => void;
}) {
  return (
    <Show when={props.paper}>
      {(paper) => (
        <Paper
          about={props.about}
          paper={paper()}
          me={props.me}
          slot={props.slot}
          onChanged={props.onChanged}
        />
      )}
    </Show>
  );
}

function Paper(props: {
  readonly about: About;
  readonly paper: PaperOf;
  readonly me: PersonId;
  readonly slot: HTMLElement | undefined;
  readonly onChanged: () => void;
}) {
  const paperId = createMemo(() => props.paper.paperId);
  const [heard, setHeard] = createSignal<PaperState>();
  const state = () => heard() ?? props.paper.state;
  const follow = makeFollowPress();
  return (
    <>
      <Show when={paperId()} keyed>
        {(id) => <FollowPaper paperId={id} {...props} onState={setHeard} />}
      </Show>
      <Show when={state().handedIn} fallback={<Ahead {...props} state={state()} follow={follow} />}>
        {(handedIn) => (
          <ReceiptCard
            submissionId={handedIn().submissionId}
            paperId={paperId()}
            dueAt={props.about.dueAt}
            now={props.about.now}
            alone={props.paper.members.length <= 1}
            follow={follow}
            onChanged={props.onChanged}
          />
        )}
      </Show>
    </>
  );
}

/** Before it is handed in. */
function Ahead(props: {
  readonly about: About;
  readonly paper: PaperOf;
  readonly me: PersonId;
  readonly state: PaperState;
  readonly slot: HTMLElement | undefined;
  readonly follow: FollowPress;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const headingId = createUniqueId();
  const [problem, setProblem] = createSignal<string>();
  /** The text that was there when the question was put: no other is handed in by its answer. */
  const [asked, setAsked] = createSignal<SeenText>();
  const [sending, setSending] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  const text = () => props.paper.text;
  const standing = (personId: PersonId) => standingOf(props.state, personId, text());
  const mine = () => standing(props.me);
  const waits = (personId: PersonId) => waitOf(props.state, personId);
  const others = () => props.paper.members.filter(({ personId }) => personId !== props.me);
  const missing = () => others().filter(({ personId }) => standing(personId) !== 'confirmed');
  const goesAlone = () => mayGoAlone(props.about, props.about.now);
  const hasWords = () => (text()?.words ?? 0) > 0;
  const isGroup = () => props.paper.groupId !== null;
  const aboutWaiting = () => {
    if (!goesAlone()) return t().mayGoAlone;
    return hasWords() ? t().goAloneNow : t().goAloneOnceWritten;
  };
  const textPath = () => `/dokument/${props.paper.documentId}`;
  const sum = () => {
    if (props.paper.documentId === null) return isGroup() ? t().notBegun : t().youHaveNotBegun;
    const now = text();
    if (now === null) return t().unreadable;
    if (now.words === 0 && now.fromTemplate > 0) return t().onlyTemplate;
    const ready = now.fromTemplate > 0 ? t().readyBesideTemplate : t().ready;
    const locks = isGroup() ? t().locksWhenAll : t().locksWhenYou;
    return `${ready(now.words)} ${locks(now.words === 0)}`;
  };

  async function run(
    work: () => Promise<{ ok: true } | { ok: false; refusal: keyof ReturnType<typeof refusals> }>,
  ) {
    if (sending()) return;
    setSending(true);
    props.follow.pressed();
    const outcome = await work();
    setSending(false);
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    props.onChanged();
  }
  const begin = () =>
    run(async () => {
      const { groupId } = props.paper;
      const outcome = await live.send(commands.openPaper, {
        assignmentId: props.about.assignmentId,
        ...(groupId ? { groupId } : { personId: props.me }),
      });
      if (outcome.ok) navigate(`/dokument/${outcome.value.documentId}`);
      return outcome;
    });
  const seen = (): SeenText | undefined => {
    const { paperId } = props.paper;
    const fingerprint = text()?.fingerprint;
    return paperId && fingerprint ? { paperId, fingerprint } : undefined;
  };
  const ask = () => setAsked(seen());
  const hasChanged = () => asked() !== undefined && asked()?.fingerprint !== text()?.fingerprint;
  /** Somebody has taken their yes back since: this press does not hand in. */
  const isOneOfSome = () => isGroup() && !goesAlone() && missing().length > 0;
  const confirm = () =>
    run(async () => {
      const input = seen();
      if (!input) return { ok: true };
      const outcome = await live.send(commands.confirmPaper, input, { lasting: false });
      if (outcome.ok && outcome.value.submissionId === null) announce(t().confirmedNow);
      return outcome;
    });
  const handIn = async () => {
    let isOnlySaid = false;
    await run(async () => {
      const input = asked();
      setAsked(undefined);
      if (!input) return { ok: true };
      if (goesAlone()) return live.send(commands.handInPaper, input, { lasting: false });
      const outcome = await live.send(commands.confirmPaper, input, { lasting: false });
      // Somebody has taken their yes back since the page was drawn: then ours was not the last.
      isOnlySaid = outcome.ok && outcome.value.submissionId === null;
      return outcome;
    });
    if (isOnlySaid) setProblem(t().confirmedOnly);
  };
  const withdraw = () =>
    run(async () => {
      const { paperId } = props.paper;
      if (paperId === null) return { ok: true };
      const outcome = await live.send(
        commands.withdrawConfirmation,
        { paperId },
        { lasting: false },
      );
      if (outcome.ok) announce(t().withdrawn);
      return outcome;
    });
  const askToWait = (wait: boolean) =>
    run(async () => {
      const { paperId } = props.paper;
      if (paperId === null) return { ok: true };
      const input = { paperId, wait };
      const outcome = await live.send(commands.askToWait, input, { lasting: false });
      if (outcome.ok) announce(wait ? t().askedToWait : t().waitEnded);
      return outcome;
    });
  /** The one that is next. */
  const step = () => {
    if (props.paper.documentId === null) return 'begin';
    if (!hasWords()) return 'write';
    if (missing().length === 0) return 'hand-in';
    if (mine() !== 'confirmed') return 'confirm';
    return goesAlone() ? 'hand-in' : 'wait';
  };
  createEffect(on([step, mine], () => props.follow.drawn(heading)));
  /** The step moves on under the hand that took the last one, and so does what the button does. */
  const press = heedful(step, (now) => {
    if (now === 'begin') void begin();
    else if (now === 'confirm') void confirm();
    else if (now === 'hand-in') ask();
  });
  const Next = () => (
    <p class={styles.next} data-dock>
      <Switch>
        <Match when={step() === 'write'}>
          <LinkButton look="filled" wide href={textPath()}>
            {t().openText}
          </LinkButton>
        </Match>
        {/* One button, which keeps the focus from step to step. */}
        <Match when={step() !== 'wait'}>
          <Button look="filled" wide {...press}>
            {nextWords()}
          </Button>
        </Match>
      </Switch>
    </p>
  );
  return (
    <Card class={styles.paper} aria-labelledby={headingId}>
      <h2 ref={heading} id={headingId} tabindex="-1">
        {props.paper.groupName === null
          ? t().yourHandingIn
          : t().handingInOf(props.paper.groupName)}
      </h2>
      {/* On a phone one is led here, and what stands by the title is out of sight. */}
      <Show when={props.state.takenBack}>
        {(back) => (
          <p class={classNames(styles.soon, styles.narrow)}>
            {takenBackInWords(t(), back(), {
              ...{ me: props.me, now: props.about.now },
              members: props.paper.members,
            })}
          </p>
        )}
      </Show>
      <p>{sum()}</p>
      <Show when={isGroup() && props.paper.documentId !== null}>
        <p class={styles.quiet}>{aboutWaiting()}</p>
      </Show>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <WhoConfirmed about={props.about} paper={props.paper} me={props.me} state={props.state} />
      <p class={styles.ways}>
        <Show when={props.paper.documentId !== null && step() !== 'write'}>
          <LinkButton size="small" href={textPath()}>
            {mine() === 'confirmed' ? t().openText : t().readFirst}
          </LinkButton>
        </Show>
        <Show when={step() === 'confirm' && goesAlone()}>
          <Button size="small" look="quiet" onClick={ask}>
            {t().handInWithout}
          </Button>
        </Show>
        <Show when={mine() !== 'silent'}>
          <Button size="small" look="quiet" onClick={withdraw}>
            {t().withdraw}
          </Button>
        </Show>
        {/* One button, so that the focus stays on the way back. */}
        <Show when={isGroup() && hasWords() && mine() !== 'confirmed'}>
          <Button size="small" look="quiet" onClick={() => askToWait(!waits(props.me))}>
            {waits(props.me) ? t().endWait : t().askToWait}
          </Button>
        </Show>
      </p>
      <Show when={step() !== 'wait'}>
        <Show when={props.slot} fallback={<Next />}>
          {(slot) => (
            <Portal mount={slot()}>
              <Next />
            </Portal>
          )}
        </Show>
      </Show>
      <HandInSheet
        open={asked() !== undefined}
        onClose={() => setAsked(undefined)}
        onHandIn={handIn}
        changed={hasChanged()}
        textPath={textPath()}
        oneOfSome={isOneOfSome()}
        late={props.about.now > props.about.dueAt}
        alone={!isGroup()}
        missing={missing().map(({ displayName }) => displayName)}
        waiting={missing()
          .filter(({ personId }) => waits(personId))
          .map(({ displayName }) => displayName)}
      />
    </Card>
  );

  function nextWords(): string {
    if (step() === 'begin') return t().begin;
    if (step() === 'confirm') return t().confirm;
    if (!isGroup()) return t().handIn;
    return missing().length === 0 ? t().confirmAndHandIn : t().handInNow;
  }
}
