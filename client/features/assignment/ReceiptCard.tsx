import { createSignal, Match, Show, Switch } from 'solid-js';
import { takeBackSubmission } from '#shared/features/assignment/submission/commands.ts';
import { submissionQuery } from '#shared/features/assignment/submission/queries.ts';
import { mayTakeBack } from '#shared/features/assignment/submission/rules.ts';
import type { PaperId, SubmissionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { live } from '../../platform/live.ts';
import { createQuery } from '../../platform/query.ts';
import { createReturnFocus } from '../../platform/return-focus.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Assignment.module.css';
import { Failed } from './Failed.tsx';
import type { FollowPress } from './follow-press.ts';
import { Receipt } from './Receipt.tsx';
import { refusalWords } from './refusal-words.ts';
import { words } from './words.ts';

/** The receipt on the assignment's page, and until it is due the way back. */
export function ReceiptCard(props: {
  readonly submissionId: SubmissionId;
  readonly paperId: PaperId | null;
  readonly dueAt: number;
  readonly now: number;
  readonly alone: boolean;
  readonly follow: FollowPress;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const query = createQuery(submissionQuery, () => ({ submissionId: props.submissionId }));
  const [asking, setAsking] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  createReturnFocus(asking);

  async function takeBack(): Promise<void> {
    setAsking(false);
    const { paperId, submissionId } = props;
    if (paperId === null) return;
    props.follow.pressed();
    const input = { paperId, submissionId };
    const outcome = await live.send(takeBackSubmission, input, { lasting: false });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    if (outcome.ok) announce(t().takenBackNow);
    props.onChanged();
  }
  return (
    <Switch>
      <Match when={query.value()}>
        {(submission) => (
          <>
            <Receipt
              submission={submission()}
              alone={props.alone}
              onDrawn={props.follow.drawn}
              wayBack={
                <Show
                  when={mayTakeBack(props, props.now)}
                  fallback={<span class={styles.quiet}>{t().noWayBack}</span>}
                >
                  <Button size="small" look="quiet" danger onClick={() => setAsking(true)}>
                    {t().takeBack}
                  </Button>
                </Show>
              }
            >
              <LinkButton size="small" href={`/innlevering/${props.submissionId}`}>
                {t().readHandedIn}
              </LinkButton>
            </Receipt>
            <Show when={problem()}>
              {(said) => (
                <p class={styles.problem} role="alert">
                  {said()}
                </p>
              )}
            </Show>
            <Sheet
              open={asking()}
              onOpenChange={setAsking}
              title={t().takeBackQuestion}
              closeLabel={t().close}
            >
              <div class={styles.question}>
                <p>{props.alone ? t().takeBackAboutAlone : t().takeBackAbout}</p>
                <p class={styles.ways}>
                  <Button look="filled" onClick={takeBack}>
                    {t().takeBackNow}
                  </Button>
                  <Button look="quiet" onClick={() => setAsking(false)}>
                    {t().keepHandedIn}
                  </Button>
                </p>
              </div>
            </Sheet>
          </>
        )}
      </Match>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['card']} />
      </Match>
      <Match when={query.state().status === 'failed'}>
        <Failed query={query} />
      </Match>
    </Switch>
  );
}
