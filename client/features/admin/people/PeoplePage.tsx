import { createMemo, createSignal, type JSX, Match, Show, Switch, untrack } from 'solid-js';
import { SEE_COHORTS } from '#shared/features/admin/cohort/policy.ts';
import {
  type ListedPerson,
  PEOPLE_AT_ONCE,
  type PersonState,
} from '#shared/features/admin/people/model.ts';
import { listPeople } from '#shared/features/admin/people/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery, type LiveQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { KeyedList } from '../../../ui/KeyedList.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn, who } from '../../identity/public.ts';
import { Cohorts } from '../cohort/Cohorts.tsx';
import { OwnCohorts } from '../cohort/OwnCohorts.tsx';
import { InvitationSheet } from './InvitationSheet.tsx';
import { InviteSheet } from './InviteSheet.tsx';
import { InviteSupervisor } from './InviteSupervisor.tsx';
import styles from './People.module.css';
import { PeopleFilter } from './PeopleFilter.tsx';
import { keyOf, PersonRow } from './PersonRow.tsx';
import { PersonSheet } from './PersonSheet.tsx';
import { Requests } from './Requests.tsx';
import { words } from './words.ts';

/** Row 60 of docs/access.md. */
const SEE_PEOPLE: readonly Role[] = ['admin', 'rector', 'studyAdviser'];
const INVITE: readonly Role[] = ['admin', 'studyAdviser'];
/** Row 46. */
const ANSWER_FOR_SCHOOL: readonly Role[] = ['admin', 'rector'];

/** `/folk`: who is in the school and who is invited to it, for those who run it. */
export function PeoplePage(props: {
  readonly me: PersonId;
  /** What else waits for those who answer for the school. */
  readonly alsoWaits?: JSX.Element;
}) {
  const t = useWords(words);
  live.start(untrack(() => props.me));
  const holdsOne = (of: readonly Role[]) => {
    const now = who();
    return now.status === 'signed-in' && now.person.roles.some((role) => of.includes(role));
  };
  return (
    <Show
      when={holdsOne(SEE_PEOPLE)}
      fallback={
        <div class={styles.page}>
          <PageHeader title={t().title} />
          <Show
            when={holdsOne(SEE_COHORTS)}
            fallback={<EmptyState title={t().notYours}>{t().notYoursAbout}</EmptyState>}
          >
            <Show when={holdsOne(['practiceCoordinator'])}>
              <InviteSupervisor />
            </Show>
            <OwnCohorts />
          </Show>
          <ToRights />
        </div>
      }
    >
      <People
        me={props.me}
        mayInvite={holdsOne(INVITE)}
        mayMakeCohorts={holdsOne(['admin'])}
        answersForSchool={holdsOne(ANSWER_FOR_SCHOOL)}
        alsoWaits={props.alsoWaits}
      />
    </Show>
  );
}

function People(props: {
  readonly me: PersonId;
  readonly mayInvite: boolean;
  readonly mayMakeCohorts: boolean;
  readonly answersForSchool: boolean;
  readonly alsoWaits: JSX.Element;
}) {
  const t = useWords(words);
  const [search, setSearch] = createSignal('');
  const [role, setRole] = createSignal<Role | null>(null);
  const [state, setState] = createSignal<PersonState | null>(null);
  const [after, setAfter] = createSignal(0);
  const [open, setOpen] = createSignal<ListedPerson>();
  const [inviting, setInviting] = createSignal(false);
  const query = createQuery(listPeople, () => ({
    ...{ search: search(), role: role(), state: state(), after: after() },
  }));
  watchSignIn(query.state);
  /** What was found before stands until what is looked for now has been found: the list does not jump at each letter. */
  const found = createMemo<ReturnType<typeof query.value>>((before) => query.value() ?? before);
  const isUnfiltered = () => search() === '' && role() === null && state() === null;
  const isAlone = () => isUnfiltered() && found()?.count === 1;

  const anew = (change: () => void) => {
    setAfter(0);
    change();
  };
  return (
    <div class={styles.page}>
      <PageHeader
        above={<Show when={found()}>{(known) => <>{t().count(known().count)}</>}</Show>}
        title={t().title}
      />
      <Show when={props.mayInvite}>
        <p class={styles.ways}>
          <Button look="filled" icon={plusIcon} onClick={() => setInviting(true)}>
            {t().invite}
          </Button>
          <LinkButton href="/folk/fra-fil">{t().fromFile}</LinkButton>
        </p>
      </Show>
      <Requests requests={found()?.requests ?? []} onSettled={query.refetch} />
      <Show when={props.answersForSchool}>{props.alsoWaits}</Show>
      <PeopleFilter
        role={role()}
        state={state()}
        onLook={(text) => anew(() => setSearch(text))}
        onRole={(one) => anew(() => setRole(one))}
        onState={(one) => anew(() => setState(one))}
      />
      <Switch>
        <Match when={found()}>
          {(known) => (
            <>
              <Show when={isAlone()}>
                <EmptyState title={t().nobodyYet}>{t().nobodyYetAbout}</EmptyState>
              </Show>
              <Show
                when={known().people.length > 0}
                fallback={<EmptyState title={t().nobodyFound}>{t().nobodyFoundAbout}</EmptyState>}
              >
                <RowList>
                  {/* By whose they are: a press is not lost while the list is asked for again. */}
                  <KeyedList each={known().people} keyOf={keyOf}>
                    {(person) => <PersonRow person={person()} onPress={() => setOpen(person())} />}
                  </KeyedList>
                </RowList>
              </Show>
              <p class={styles.ways}>
                <Show when={after() > 0}>
                  <Button onClick={() => setAfter(Math.max(0, after() - PEOPLE_AT_ONCE))}>
                    {t().earlier}
                  </Button>
                </Show>
                <Show when={after() + known().people.length < known().count}>
                  <Button onClick={() => setAfter(after() + PEOPLE_AT_ONCE)}>{t().later}</Button>
                </Show>
              </p>
            </>
          )}
        </Match>
        <Match when={query.state().status === 'failed'}>
          <Failed query={query} />
        </Match>
        <Match when={true}>
          <Skeleton
            label={t().fetching}
            shapes={['name', 'line', 'name', 'line', 'name', 'line']}
          />
        </Match>
      </Switch>
      <Show when={found()}>
        {(known) => (
          <Cohorts
            cohorts={known().cohorts}
            mayCreate={props.mayMakeCohorts}
            onCreated={query.refetch}
          />
        )}
      </Show>
      <ToRights />
      <Show when={props.answersForSchool}>
        <p>
          <a href="/skolen">{t().toSchool}</a>
        </p>
      </Show>
      <InviteSheet
        open={inviting()}
        cohorts={found()?.cohorts ?? []}
        givesAlone={found()?.givesAlone ?? false}
        onClose={() => setInviting(false)}
        onInvited={query.refetch}
      />
      <InvitationSheet
        invitation={open()?.welcomeId ? open() : undefined}
        onClose={() => setOpen(undefined)}
        onChanged={query.refetch}
      />
      <PersonSheet
        me={props.me}
        person={open()?.personId ? open() : undefined}
        onClose={() => setOpen(undefined)}
        onChanged={query.refetch}
      />
    </div>
  );
}

function ToRights() {
  const t = useWords(words);
  return (
    <p>
      <a href="/hvem-ser-hva?fra=folk">{t().whoSeesWhat}</a>
    </p>
  );
}

function Failed(props: { readonly query: LiveQuery<unknown> }) {
  const t = useWords(words);
  const said = useFailedWords(props.query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  return (
    <ErrorState
      title={said().title}
      action={<Button onClick={props.query.refetch}>{t().tryAgain}</Button>}
    >
      {said().about}
    </ErrorState>
  );
}
