import { createSignal, Show } from 'solid-js';
import { beginFromLast, takeBeginningBack } from '#shared/features/session/afterwards/commands.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { words as editingWords } from '../agenda/editing-words.ts';
import styles from './Afterwards.module.css';
import type { AfterwardsKnown } from './known.ts';
import { words } from './words.ts';

/** For its teachers: the next session begins with what this one had, what was not reached first. */
export function StartNext(props: {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly next: AfterwardsKnown['next'];
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const editing = useWords(editingWords);
  const [asks, setAsks] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [notesCame, setNotesCame] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  let start: HTMLButtonElement | undefined;
  let keep: HTMLButtonElement | undefined;
  /** Begun here and now: what was pressed is gone, and the way on takes its place when it comes. */
  let justBegun = false;
  /** The same the other way: what was pressed is gone, and the first press is there again. */
  let takenBack = false;
  const startAgain = (button: HTMLButtonElement) => {
    start = button;
    if (takenBack) queueMicrotask(() => button.focus());
    takenBack = false;
  };
  const goOn = (link: HTMLAnchorElement) => {
    if (justBegun) queueMicrotask(() => link.focus());
  };
  const when = (at: number) => `${longDate(language(), at)} ${clockTime(at)}`;

  async function begin(): Promise<void> {
    const { next } = props;
    if (!next || sending()) return;
    setSending(true);
    setProblem(undefined);
    // Brings the live line with it, which whoever only reads the page does without.
    const { live } = await import('../../../platform/live.ts');
    live.start(props.me);
    const outcome = await live.send(
      beginFromLast,
      { sessionId: next.sessionId, from: props.sessionId, seen: next.version },
      { lasting: false },
    );
    setSending(false);
    setAsks(false);
    justBegun = outcome.ok;
    props.onDone();
    if (!outcome.ok)
      return void setProblem({ ...t().refusals, offline: t().offline }[outcome.refusal]);
    setNotesCame(outcome.value.notes);
    announce(t().nextReady(next.title, when(next.startsAt)));
  }
  async function takeBack(): Promise<void> {
    const { next } = props;
    if (!next || sending()) return;
    setSending(true);
    setProblem(undefined);
    const { live } = await import('../../../platform/live.ts');
    live.start(props.me);
    const ask = { sessionId: next.sessionId, from: props.sessionId };
    const outcome = await live.send(takeBeginningBack, ask, { lasting: false });
    setSending(false);
    justBegun = false;
    takenBack = outcome.ok;
    props.onDone();
    if (!outcome.ok)
      return void setProblem({ ...t().refusals, offline: t().offline }[outcome.refusal]);
    announce(t().takenBack(next.title));
  }
  const press = () => {
    setProblem(undefined);
    if ((props.next?.items ?? 0) === 0) return void begin();
    setAsks(true);
    keep?.focus();
  };
  const leave = () => {
    setAsks(false);
    start?.focus();
  };
  return (
    <div class={styles.next}>
      <Show when={props.next} fallback={<p class={styles.quiet}>{t().noNext}</p>}>
        {(next) => (
          <Show
            when={!next().begun}
            fallback={
              <>
                <p>
                  {t().nextReady(next().title, when(next().startsAt))}{' '}
                  <Show when={notesCame()}>{t().notesCame} </Show>
                  <Show when={next().tooLong}>
                    {(minutes) => <>{editing().tooLong(lengthOfMinutes(language(), minutes()))} </>}
                  </Show>
                  <a ref={goOn} href={`/okt/${next().sessionId}/om`}>
                    {t().seeNext}
                  </a>
                </p>
                <Show when={next().mayTakeBack}>
                  <p class={styles.ways}>
                    <Button size="small" aria-busy={sending()} onClick={() => void takeBack()}>
                      {t().takeBack}
                    </Button>
                  </p>
                </Show>
              </>
            }
          >
            <Show
              when={asks()}
              fallback={
                <p>
                  <Button ref={startAgain} look="filled" aria-busy={sending()} onClick={press}>
                    {sending() ? t().starting : t().startNext}
                  </Button>
                </p>
              }
            >
              <p>{t().nextReplaces(next().title, when(next().startsAt), next().items)}</p>
              <p class={styles.ways}>
                {/* First what changes nothing: the same key, pressed once more, presses that. */}
                <Button ref={keep} size="small" onClick={leave}>
                  {t().cancel}
                </Button>
                <Button size="small" aria-busy={sending()} onClick={() => void begin()}>
                  {t().replace}
                </Button>
              </p>
            </Show>
          </Show>
        )}
      </Show>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
    </div>
  );
}
