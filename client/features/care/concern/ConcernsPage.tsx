import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  Match,
  Show,
  Switch,
} from 'solid-js';
import { openConcerns } from '#shared/features/care/concern/commands.ts';
import { CAN_READ_CONCERNS } from '#shared/features/care/concern/model.ts';
import { concernsReceived, ownConcerns } from '#shared/features/care/concern/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime, fullDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery, type LiveQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn, who } from '../../identity/public.ts';
import { answerMail } from './answer-mail.ts';
import styles from './ConcernsPage.module.css';
import { words } from './words.ts';

type Received = OutputOf<typeof concernsReceived>['concerns'][number];
type Told = Pick<Received, 'at' | 'session' | 'text'>;

/** `/meldt-fra`: what was sent to oneself, for who can be named, and what one has reported. */
export function ConcernsPage() {
  const t = useWords(words);
  const mayRead = () => {
    const now = who();
    return (
      now.status === 'signed-in' &&
      now.person.roles.some((role) => CAN_READ_CONCERNS.includes(role))
    );
  };
  const own = createQuery(ownConcerns, () => ({}));
  watchSignIn(own.state);
  return (
    <div class={styles.page}>
      <PageHeader title={t().list} />
      <Show when={mayRead()}>
        <ReceivedPart />
      </Show>
      <Part title={t().own} query={own}>
        <Show
          when={(own.value()?.concerns.length ?? 0) > 0}
          fallback={<p class={styles.quiet}>{t().ownNone}</p>}
        >
          <ul>
            <For each={own.value()?.concerns}>
              {(concern) => (
                <Concern
                  concern={concern}
                  head={
                    concern.sentTo === ''
                      ? t().sentToNobody(moment(concern.at))
                      : t().sentTo(moment(concern.at), concern.sentTo)
                  }
                />
              )}
            </For>
          </ul>
        </Show>
      </Part>
    </div>
  );
}

function ReceivedPart() {
  const t = useWords(words);
  const query = createQuery(concernsReceived, () => ({}));
  const [earlier, setEarlier] = createSignal<readonly Received[]>([]);
  const [more, setMore] = createSignal<boolean>();
  const all = () => [...(query.value()?.concerns ?? []), ...earlier()];
  // What has been on the screen is no news on Nå any more.
  createEffect(() => {
    const latest = query.value()?.concerns[0]?.concernId;
    if (latest) void live.send(openConcerns, { latest }, { lasting: false });
  });
  const hasMore = () => more() ?? query.value()?.more ?? false;
  const showEarlier = async () => {
    const last = all().at(-1);
    if (!last) return;
    const asked = await askOverHttp(concernsReceived, { before: last.concernId });
    if (!asked.ok) return query.refetch();
    setEarlier((before) => [...before, ...asked.value.concerns]);
    setMore(asked.value.more);
  };
  return (
    <Part title={t().received} query={query}>
      <p class={styles.quiet}>{all().length > 0 ? t().receivedAbout : t().receivedNone}</p>
      <Show when={all().length > 0}>
        <p class={styles.quiet}>{t().nextStep}</p>
      </Show>
      <ul>
        <For each={all()}>
          {(concern) => (
            <Concern
              concern={concern}
              head={
                <>
                  <b>{concern.by}</b> {moment(concern.at)}
                </>
              }
              answers={concern.by}
            />
          )}
        </For>
      </ul>
      <Show when={hasMore()}>
        <Button onClick={() => void showEarlier()}>{t().earlier}</Button>
      </Show>
    </Part>
  );
}

function Part(props: {
  readonly title: string;
  readonly query: LiveQuery<unknown>;
  readonly children: JSX.Element;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const failed = useFailedWords(props.query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  return (
    <section class={styles.part} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <Switch>
        <Match when={props.query.value()}>{props.children}</Match>
        <Match when={props.query.state().status === 'loading'}>
          <Skeleton label={t().fetchingList} shapes={['name', 'line']} />
        </Match>
        <Match when={props.query.state().status === 'failed'}>
          <ErrorState
            title={failed().title}
            action={<Button onClick={props.query.refetch}>{t().tryAgain}</Button>}
          >
            {failed().about}
          </ErrorState>
        </Match>
      </Switch>
    </section>
  );
}

function Concern(props: {
  readonly concern: Told;
  readonly head: JSX.Element;
  /** Whom one answers; nobody where one has written oneself. */
  readonly answers?: string;
}) {
  const t = useWords(words);
  return (
    <li class={styles.concern}>
      <p class={styles.head}>{props.head}</p>
      <Show when={props.concern.session}>
        {(session) => (
          <p class={styles.head}>
            {t().session(session().title, fullDate(language(), session().startsAt))}
          </p>
        )}
      </Show>
      <p class={styles.text}>{props.concern.text}</p>
      <Show when={props.answers}>
        {(name) => (
          <p class={styles.answer}>
            <LinkButton size="small" href={answerMail(name(), language())}>
              {t().answer(name())}
            </LinkButton>
          </p>
        )}
      </Show>
    </li>
  );
}

function moment(at: number): string {
  return `${fullDate(language(), at)}, ${clockTime(at)}`;
}
