import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import { SESSION_KINDS, type SessionKind } from '#shared/features/programme/calendar/model.ts';
import { planSessions } from '#shared/features/programme/planning/commands.ts';
import { foreseePlan, whereToPlan } from '#shared/features/programme/planning/queries.ts';
import type { CohortId, CourseId, GroupId, PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { who } from '../../identity/public.ts';
import { DayField } from './DayField.tsx';
import { FailedPage } from './FailedPage.tsx';
import { PlanFields } from './PlanFields.tsx';
import { PlanForm, type Saved } from './PlanForm.tsx';
import styles from './Planning.module.css';
import { createPlanForm, isDay, isSameQuestion } from './plan-form.ts';
import { words } from './words.ts';

type Places = OutputOf<typeof whereToPlan>;

/** `/kalender/ny`: plans a session, or a weekly series. */
export function NewSessionPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  live.start(props.me);
  const places = createQuery(whereToPlan, () => ({}));
  const makesCohorts = () => {
    const now = who();
    return now.status === 'signed-in' && now.person.roles.includes('admin');
  };
  return (
    <div class={styles.page}>
      <PageHeader above={<a href="/kalender">{t().calendar}</a>} title={t().newSession} />
      <Switch>
        <Match when={places.value()?.cohorts.length === 0}>
          <Show
            when={makesCohorts()}
            fallback={<EmptyState title={t().noPlaces}>{t().noPlacesAbout}</EmptyState>}
          >
            <EmptyState
              title={t().noCohorts}
              action={
                <LinkButton look="filled" href="/folk">
                  {t().toCohorts}
                </LinkButton>
              }
            >
              {t().noCohortsAbout}
            </EmptyState>
          </Show>
        </Match>
        <Match when={places.value()}>
          {(value) => <NewSessionForm places={value()} me={props.me} />}
        </Match>
        <Match when={places.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={places.state().status === 'failed'}>
          <FailedPage query={places} />
        </Match>
      </Switch>
    </div>
  );
}

function NewSessionForm(props: { readonly places: Places; readonly me: PersonId }) {
  const t = useWords(words);
  const [cohortId, setCohortId] = createSignal<CohortId | undefined>(
    props.places.cohorts[0]?.cohortId,
  );
  const cohort = () => props.places.cohorts.find((one) => one.cohortId === cohortId());
  const [courseId, setCourseId] = createSignal<CourseId>();
  const course = () =>
    cohort()?.courses.find((one) => one.courseId === courseId()) ?? cohort()?.courses[0];
  const [groupId, setGroupId] = createSignal<GroupId | null>(null);
  const [kind, setKind] = createSignal<SessionKind>('teaching');
  const [untilDay, setUntilDay] = createSignal('');
  // Whoever plans and teaches plans mostly for oneself.
  const teaches = props.places.teachers.some(({ personId }) => personId === props.me);
  const form = createPlanForm({
    ...{ title: '', room: '', day: '', from: '09:00', to: '11:30' },
    teachers: teaches ? [{ personId: props.me, isSubstitute: false }] : [],
  });
  const place = () => {
    const [in_, of] = [cohort(), course()];
    return in_ && of && { cohortId: in_.cohortId, courseId: of.courseId, groupId: groupId() };
  };
  const series = () => ({ untilDay: untilDay() === '' ? null : untilDay() });
  const asked = createMemo(
    () => {
      const [at, { title: _title, ...plan }] = [place(), form.given()];
      const isWhole = untilDay() === '' || isDay(untilDay());
      return at && isWhole && form.isPlaced() ? { ...at, ...plan, ...series() } : undefined;
    },
    undefined,
    { equals: isSameQuestion },
  );

  async function save(): Promise<Saved> {
    const at = place();
    if (!at) return { ok: false, refusal: 'not-found' };
    const { untilDay: last } = series();
    if (last !== null && !isDay(last))
      return { ok: false, refusal: last < form.day() ? 'last-before-first' : 'too-far-ahead' };
    const input = { ...at, ...form.given(), ...series(), kind: kind(), seen: [...form.seen()] };
    const outcome = await live.send(planSessions, input, { lasting: false });
    return outcome.ok
      ? { ok: true, said: t().planned(outcome.value.sessionIds.length) }
      : { ok: false, refusal: outcome.refusal };
  }

  return (
    <PlanForm
      form={form}
      asked={asked}
      foresee={(input) => createQuery(foreseePlan, input)}
      save={save}
      label={t().plan}
      labelAnyway={t().planAnyway}
    >
      <div class={styles.when}>
        <Select
          label={t().cohort}
          value={cohortId() ?? ''}
          groups={[
            {
              options: props.places.cohorts.map((one) => ({
                value: one.cohortId,
                label: one.name,
              })),
            },
          ]}
          onChange={(event) => {
            setCohortId(event.currentTarget.value as CohortId);
            setGroupId(null);
          }}
        />
        <Select
          label={t().forWhom}
          value={groupId() ?? ''}
          groups={[
            {
              options: [
                { value: '', label: t().wholeCohort },
                ...(cohort()?.groups ?? []).map((one) => ({
                  value: one.groupId,
                  label: one.name,
                })),
              ],
            },
          ]}
          onChange={(event) => setGroupId((event.currentTarget.value || null) as GroupId | null)}
        />
      </div>
      <Select
        label={t().course}
        value={course()?.courseId ?? ''}
        groups={[
          {
            options: (cohort()?.courses ?? []).map((one) => ({
              value: one.courseId,
              label: `${one.code} ${one.title}`,
            })),
          },
        ]}
        onChange={(event) => setCourseId(event.currentTarget.value as CourseId)}
      />
      <PlanFields form={form} colleagues={props.places.teachers}>
        <fieldset class={styles.choice}>
          <legend>{t().kind}</legend>
          <For each={SESSION_KINDS}>
            {(one) => (
              <label>
                <input
                  type="radio"
                  name="kind"
                  value={one}
                  checked={kind() === one}
                  onChange={() => setKind(one)}
                />
                {t().kinds[one]}
              </label>
            )}
          </For>
        </fieldset>
      </PlanFields>
      <DayField
        label={t().untilDay}
        description={t().untilDayAbout}
        value={untilDay()}
        onInput={setUntilDay}
      />
    </PlanForm>
  );
}
