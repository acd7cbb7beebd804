import { createSignal, For, Match, Switch as OneOf, Show } from 'solid-js';
import { tryNotice } from '#shared/features/notification/commands.ts';
import { QUIET_AT_FIRST, type Way } from '#shared/features/notification/model.ts';
import { ownNotices } from '#shared/features/notification/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useFailedWords } from '../../platform/failed-words.ts';
import { useWords } from '../../platform/language.ts';
import { live } from '../../platform/live.ts';
import { createQuery } from '../../platform/query.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Field } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Notices.module.css';
import { createNotices } from './notices-store.ts';
import { PushPart } from './PushPart.tsx';
import { words } from './words.ts';

type Own = OutputOf<typeof ownNotices>;

/** `/varsler`: what one is told of, how, and when. */
export function NoticesPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const query = createQuery(ownNotices, () => ({}));
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  // What was chosen here stays when the page is seen again and asks anew.
  let first: Own | undefined;
  const before = () => {
    first ??= query.value();
    return first;
  };
  return (
    <div class={styles.page}>
      <PageHeader title={t().title} />
      <OneOf>
        <Match when={query.value() && before()}>
          {(own) => (
            <Choices
              me={props.me}
              before={own()}
              devices={query.value()?.devices ?? []}
              onDevicesChange={query.refetch}
            />
          )}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['line', 'name', 'line', 'name', 'line']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <ErrorState
            title={failed().title}
            action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
          >
            {failed().about}
          </ErrorState>
        </Match>
      </OneOf>
    </div>
  );
}

function Choices(props: {
  readonly me: PersonId;
  readonly before: Own;
  readonly devices: Own['devices'];
  readonly onDevicesChange: () => void;
}) {
  const t = useWords(words);
  const store = createNotices(props.before, live.send);
  return (
    <>
      <p class={styles.intro}>{t().intro}</p>
      <section class={styles.part} aria-labelledby="notices-mail">
        <h2 id="notices-mail">{t().ways.mail}</h2>
        <p class={styles.quiet}>{props.before.hasMailbox ? t().mailAbout : t().noMailbox}</p>
        <Show when={props.before.hasMailbox}>
          <Kinds store={store} way="mail" />
        </Show>
      </section>
      <section class={styles.part} aria-labelledby="notices-push">
        <h2 id="notices-push">{t().ways.push}</h2>
        <PushPart me={props.me} devices={props.devices} onChange={props.onDevicesChange} />
        <Show when={props.devices.length > 0}>
          <Kinds store={store} way="push" />
        </Show>
      </section>
      <QuietPart store={store} />
      <Show when={props.before.hasMailbox}>
        <TryPart />
      </Show>
      <section class={styles.part} aria-labelledby="notices-never">
        <h2 id="notices-never">{t().never}</h2>
        <ul class={styles.never}>
          <For each={t().neverList}>{(one) => <li>{one}</li>}</For>
        </ul>
        <p class={styles.quiet}>{t().sentOnly}</p>
      </section>
      <Saved store={store} />
    </>
  );
}

type Store = ReturnType<typeof createNotices>;

/** The kinds of one way, each on or off at once. */
function Kinds(props: { readonly store: Store; readonly way: Way }) {
  const t = useWords(words);
  return (
    <ul class={styles.choices}>
      <For each={props.store.choices().filter((one) => one.way === props.way)}>
        {(one) => (
          <li>
            <Switch
              label={t().kinds[one.kind].name}
              about={t().kinds[one.kind].about}
              on={one.wanted}
              onChange={(wanted) => void props.store.choose({ ...one, wanted })}
            />
          </li>
        )}
      </For>
    </ul>
  );
}

function QuietPart(props: { readonly store: Store }) {
  const t = useWords(words);
  /** What stood there last, for whoever turns them on again. */
  let last = props.store.quiet() ?? QUIET_AT_FIRST;
  const set = (hours: Partial<typeof last>) => {
    last = { ...last, ...hours };
    // A field that is being emptied is no time yet.
    if (last.from && last.until) void props.store.setQuiet(last);
  };
  return (
    <section class={styles.part} aria-labelledby="notices-quiet">
      <h2 id="notices-quiet">{t().quiet}</h2>
      <Switch
        label={t().quietOn}
        about={t().quietAbout}
        on={props.store.quiet() !== null}
        onChange={(on) => void props.store.setQuiet(on ? last : null)}
      />
      <Show when={props.store.quiet()}>
        {(hours) => (
          <div class={styles.hours}>
            <Field
              type="time"
              label={t().quietFrom}
              value={hours().from}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
            <Field
              type="time"
              label={t().quietUntil}
              value={hours().until}
              onChange={(event) => set({ until: event.currentTarget.value })}
            />
          </div>
        )}
      </Show>
    </section>
  );
}

function TryPart() {
  const t = useWords(words);
  const [said, setSaid] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  async function tryIt(): Promise<void> {
    if (busy()) return;
    setBusy(true);
    setSaid(undefined);
    const outcome = await live.send(tryNotice, {}, { lasting: false });
    setBusy(false);
    const news = outcome.ok ? t().tried : t().refusals[outcome.refusal];
    setSaid(news);
    announce(news);
  }
  return (
    <section class={styles.part} aria-labelledby="notices-try">
      <h2 id="notices-try">{t().tryTitle}</h2>
      <p class={styles.quiet}>{t().tryAbout}</p>
      <p class={styles.ways}>
        <Button
          size="small"
          aria-disabled={busy() ? 'true' : undefined}
          onClick={() => void tryIt()}
        >
          {t().tryIt}
        </Button>
        <span>{said()}</span>
      </p>
    </section>
  );
}

/** How it stands with what was pressed last, where it is in sight whatever was pressed. */
function Saved(props: { readonly store: Store }) {
  const t = useWords(words);
  const said = () => {
    const now = props.store.saving();
    if (now.at === 'sending') return navigator.onLine ? t().saving : t().waiting;
    if (now.at === 'refused') return t().refusals[now.why];
    return now.at === 'saved' ? t().saved : undefined;
  };
  return (
    <p class={styles.saved} role="status" data-refused={props.store.saving().at === 'refused'}>
      {said()}
    </p>
  );
}
