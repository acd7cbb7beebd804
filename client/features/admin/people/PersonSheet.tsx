import { createSignal, For, Show } from 'solid-js';
import type { ListedPerson } from '#shared/features/admin/people/model.ts';
import { aboutPerson } from '#shared/features/admin/standing/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { exactTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { who } from '../../identity/public.ts';
import { roleWords } from '../role-words.ts';
import { Belonging } from './Belonging.tsx';
import styles from './People.module.css';
import { type Deed, StandingForm } from './StandingForm.tsx';
import { words } from './words.ts';

/** Somebody of the school: what has been done to their standing, and what those who may can do. */
export function PersonSheet(props: {
  readonly me: PersonId;
  readonly person: ListedPerson | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  return (
    <Sheet
      open={props.person !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.person?.name ?? ''}
      closeLabel={t().close}
    >
      <Show when={props.person}>
        {(person) => (
          <About
            me={props.me}
            listed={person()}
            personId={person().personId as PersonId}
            onChanged={props.onChanged}
          />
        )}
      </Show>
    </Sheet>
  );
}

function About(props: {
  readonly me: PersonId;
  readonly listed: ListedPerson;
  readonly personId: PersonId;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const query = createQuery(aboutPerson, () => ({ personId: props.personId }));
  const [done, setDone] = createSignal('');
  const person = () => query.value()?.person ?? props.listed;
  const roles = () => {
    const names = person().roles.map(({ role }) => said()[role]);
    return names.length > 0 ? names.join(', ') : t().noRole;
  };
  /** What is worth showing: the server judges each by itself (row 5). */
  const deeds = (): readonly Deed[] => {
    const now = who();
    if (now.status !== 'signed-in') return [];
    const mine = now.person.roles;
    const isAdmin = mine.includes('admin');
    const held = person().roles;
    const isStudent = held.length > 0 && held.every(({ role }) => role === 'student');
    const isSelf = props.personId === props.me;
    const mayAct = isAdmin || (isStudent && mine.includes('studyAdviser'));
    const restoresOrShutsOut = person().state === 'suspended' ? 'restore' : 'suspend';
    return [
      ...(isAdmin || mine.includes('rector') ? (['give-role'] as const) : []),
      ...(isAdmin && held.length > 0 ? (['end-role'] as const) : []),
      ...(mayAct && !isSelf ? (['reset', restoresOrShutsOut] as const) : []),
    ];
  };
  const mayEnrol = () => {
    const now = who();
    const may: readonly Role[] = ['admin', 'studyAdviser'];
    return now.status === 'signed-in' && now.person.roles.some((role) => may.includes(role));
  };
  const changed = (what: string) => {
    setDone(what);
    query.refetch();
    props.onChanged();
  };
  return (
    <div class={styles.form}>
      <p>
        {person().email}
        <br />
        <span class={styles.quiet}>
          {[roles(), ...person().cohortNames, t().states[person().state]].join(' · ')}
        </span>
      </p>
      <Show when={person().cohortNames.length > 0}>
        <p>
          <a href={`/studieplan/${props.personId}`}>{t().studyPlan}</a>
        </p>
      </Show>
      <Show when={done()}>
        {(what) => (
          <p class={styles.done} role="status">
            {what()}
          </p>
        )}
      </Show>
      <Show when={deeds().length > 0}>
        <StandingForm
          personId={props.personId}
          held={person().roles.map(({ role }) => role)}
          deeds={deeds()}
          onDone={changed}
        />
      </Show>
      <Show when={query.value()}>
        {(known) => (
          <Belonging
            personId={props.personId}
            enrolledIn={known().enrolledIn}
            cohorts={known().cohorts}
            mayEnrol={mayEnrol()}
            onDone={changed}
          />
        )}
      </Show>
      <section class={styles.history}>
        <h3>{t().history}</h3>
        <Show
          when={query.value()}
          fallback={
            <Show
              when={query.state().status === 'failed'}
              fallback={<Skeleton label={t().fetching} shapes={['line', 'line']} />}
            >
              <p role="alert">{t().couldNotFetch}</p>
            </Show>
          }
        >
          {(known) => (
            <Show
              when={known().acts.length > 0}
              fallback={<p class={styles.quiet}>{t().noHistory}</p>}
            >
              <ul>
                <For each={known().acts}>
                  {({ act, role, cohortName, reason, byName, at }) => (
                    <li>
                      {t().actBy(
                        t().acts[act],
                        cohortName ?? (role && said()[role].toLowerCase()),
                        byName,
                        exactTime(at),
                      )}
                      <Show when={reason}>
                        <span class={styles.reason}>{reason}</span>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Show>
      </section>
    </div>
  );
}
