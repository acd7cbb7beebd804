import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js';
import { agreementOfSession } from '#shared/features/care/agreement/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { fullDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { editIcon } from '../../../ui/icons.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './Agreement.module.css';
import { AgreementForm } from './AgreementForm.tsx';
import { AllVersions } from './AllVersions.tsx';
import { type Begun, findBegun } from './agreement-draft.ts';
import type { Known } from './known.ts';
import { words } from './words.ts';

/** A new version is seen by whoever has it open, at the door too, within this time. */
const FRESH_MS = 10_000;

/**
 * What those of a session have agreed on, its versions, and for who may a way to change it. Shows nothing at all to whoever may see
 * the session and not this: the school's staff look at plans, not at what a group has promised each other.
 */
export function Agreement(props: {
  readonly me: PersonId;
  readonly sessionId: SessionId;
  /** The heading, where it is not the title of the sheet around it. */
  readonly heading?: boolean;
}) {
  const t = useWords(words);
  const query = createQuery(agreementOfSession, () => ({ sessionId: props.sessionId }));
  refetchEvery(FRESH_MS, query);
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const isHidden = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  return (
    <Show when={!isHidden()}>
      <section class={styles.agreement} aria-labelledby={props.heading ? 'agreement' : undefined}>
        <Show when={props.heading}>
          <h2 id="agreement">{t().title}</h2>
        </Show>
        <Switch>
          <Match when={query.value()}>
            {(known) => <Standing {...props} known={known()} refetch={query.refetch} />}
          </Match>
          <Match when={query.state().status === 'loading'}>
            <Skeleton label={t().fetching} shapes={['line', 'line']} inWords />
          </Match>
          <Match when={query.state().status === 'failed'}>
            <ErrorState
              title={failed().title}
              action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
            >
              {failed().about}
            </ErrorState>
          </Match>
        </Switch>
      </section>
    </Show>
  );
}

function Standing(props: {
  readonly me: PersonId;
  readonly sessionId: SessionId;
  readonly known: Known;
  readonly refetch: () => void;
}) {
  const t = useWords(words);
  const [changes, setChanges] = createSignal(false);
  const [shows, setShows] = createSignal(false);
  const [begun, setBegun] = createSignal<Begun>();
  let change: HTMLButtonElement | undefined;
  const lookOnDevice = async () =>
    void setBegun(await findBegun(props.me, props.sessionId, props.known.current));
  createEffect(
    on(
      () => props.known,
      ({ mayWrite }) => {
        if (mayWrite && !changes()) void lookOnDevice();
      },
    ),
  );
  const open = async () => {
    // Another tab may have kept more since.
    await lookOnDevice();
    setChanges(true);
  };
  const done = (saved: boolean) => {
    setChanges(false);
    setBegun(undefined);
    if (saved) announce(t().saved);
    props.refetch();
    // What had the focus is gone: back to where one began.
    queueMicrotask(() => change?.focus());
  };
  return (
    <Show
      when={!changes()}
      fallback={
        <AgreementForm
          me={props.me}
          sessionId={props.sessionId}
          known={props.known}
          begun={begun()}
          onDone={done}
          onStale={props.refetch}
        />
      }
    >
      <Show
        when={props.known.current}
        fallback={
          <p class={styles.quiet}>
            {t().none} {props.known.mayWrite && t().noneAbout}
          </p>
        }
      >
        {(current) => (
          <>
            <p class={styles.text} lang={PROGRAMME_LANGUAGE}>
              {current().text}
            </p>
            <p class={styles.quiet}>
              {t().changedBy(props.known.of.name, fullDate(language(), current().at), current().by)}
            </p>
          </>
        )}
      </Show>
      <Show when={begun()}>
        <p class={styles.quiet}>{t().begun}</p>
      </Show>
      <p class={styles.ways}>
        <Show when={props.known.mayWrite}>
          <Button ref={change} size="small" icon={editIcon} onClick={() => void open()}>
            {begun() ? t().goOn : props.known.current ? t().change : t().write}
          </Button>
        </Show>
        <Show when={(props.known.current?.version ?? 0) > 1}>
          <Button
            look="quiet"
            size="small"
            aria-expanded={shows()}
            onClick={() => setShows(!shows())}
          >
            {shows() ? t().hideVersions : t().showVersions}
          </Button>
        </Show>
      </p>
      <Show when={shows()}>
        <AllVersions sessionId={props.sessionId} />
      </Show>
    </Show>
  );
}
