import { createSignal, Match, onMount, Show, Switch } from 'solid-js';
import { reportConcern } from '#shared/features/care/concern/commands.ts';
import { CONCERN_LENGTH_MAX, type ConcernReader } from '#shared/features/care/concern/model.ts';
import { ownConcerns } from '#shared/features/care/concern/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { AboutSession } from '../care-sheet.ts';
import { WayOn } from '../WayOn.tsx';
import styles from './ConcernForm.module.css';
import { createConcernDraft } from './concern-draft.ts';
import { words } from './words.ts';

type Props = {
  readonly me: PersonId;
  readonly session: AboutSession | undefined;
  readonly onBack: () => void;
};

/** What one wants to tell the one person whom the school has named, whose name stands on top before anything is sent. */
export function ConcernForm(props: Props) {
  const t = useWords(words);
  live.start(props.me);
  const query = createQuery(ownConcerns, () => ({}));
  const draft = createConcernDraft();
  const [aboutIt, setAboutIt] = createSignal(true);
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  let field: HTMLTextAreaElement | undefined;
  const [sentTo, setSentTo] = createSignal<string>();
  const reader = () => query.value()?.reader ?? undefined;

  async function send(to: ConcernReader): Promise<void> {
    setTried(true);
    const text = draft.text().trim();
    if (text === '') return field?.focus();
    if (sending()) return;
    setSending(true);
    draft.sentOff();
    const { session } = props;
    const outcome = await live.send(reportConcern, {
      readerId: to.personId,
      sessionId: session && aboutIt() ? session.sessionId : null,
      text,
    });
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (outcome.ok) {
      draft.write('');
      setSentTo(to.displayName);
      announce(t().sent(to.displayName));
    } else {
      draft.cameBack(text);
      query.refetch();
    }
  }
  const sees = () => {
    if (sentTo() !== undefined) return 'sent' as const;
    if (query.value() && !reader()) return 'nobody' as const;
    return query.state().status === 'loading' ? ('loading' as const) : ('form' as const);
  };
  return (
    <div class={styles.form}>
      <Switch>
        <Match when={sees() === 'sent'}>
          <Sent to={sentTo() ?? ''} />
        </Match>
        <Match when={sees() === 'nobody'}>
          <h3>{t().nobody}</h3>
          <p>{t().nobodyAbout}</p>
        </Match>
        <Match when={sees() === 'loading'}>
          <Skeleton label={t().fetching} shapes={['line', 'name', 'line']} />
        </Match>
        <Match when={sees() === 'form'}>
          <Show
            when={reader()}
            fallback={
              <p class={styles.readBy}>
                {t().unknownReader}{' '}
                <Button look="link" size="small" onClick={query.refetch}>
                  {t().tryAgain}
                </Button>
              </p>
            }
          >
            {(named) => <p class={styles.readBy}>{t().readBy(named().displayName)}</p>}
          </Show>
          <TextArea
            ref={field}
            label={t().what}
            description={t().whatAbout}
            error={tried() && draft.text().trim() === '' ? t().whatNeeded : undefined}
            rows={6}
            maxlength={CONCERN_LENGTH_MAX}
            value={draft.text()}
            readonly={sending()}
            onInput={(event) => draft.write(event.currentTarget.value)}
          />
          <Show when={props.session}>
            {(session) => (
              <label class={styles.check}>
                <input
                  type="checkbox"
                  checked={aboutIt()}
                  onChange={(event) => setAboutIt(event.currentTarget.checked)}
                />
                {t().aboutSession(session().title)}
              </label>
            )}
          </Show>
          <Show when={problem()}>
            {(why) => (
              <p class={styles.problem} role="alert">
                {t().refusals[why()]}
              </p>
            )}
          </Show>
          <Show when={sending()}>
            <p class={styles.quiet} role="status">
              {t().sendsLater}
            </p>
          </Show>
          <p class={styles.ways}>
            <Show when={reader()}>
              {(named) => (
                <Button
                  look="filled"
                  aria-disabled={sending() ? 'true' : undefined}
                  onClick={() => void send(named())}
                >
                  {sending() ? t().sending : t().send}
                </Button>
              )}
            </Show>
            <Button look="quiet" onClick={() => props.onBack()}>
              {t().backToCard}
            </Button>
          </p>
        </Match>
      </Switch>
      <Show when={sees() !== 'form' && sees() !== 'loading'}>
        <p class={styles.ways}>
          <Button look="quiet" onClick={() => props.onBack()}>
            {t().backToCard}
          </Button>
        </p>
      </Show>
    </div>
  );
}

/** Takes the focus: the button that sent it is gone. */
function Sent(props: { readonly to: string }) {
  const t = useWords(words);
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());
  return (
    <>
      <h3 ref={heading} tabindex="-1">
        {t().sent(props.to)}
      </h3>
      <p>{t().sentAbout}</p>
      <p>
        <WayOn href="/meldt-fra">{t().list}</WayOn>
      </p>
    </>
  );
}
