import { For, type JSX, Show } from 'solid-js';
import type {
  CourseOfPlan,
  PlanCredits,
  PlannedSemester,
  StudyPlan,
} from '#shared/features/programme/study-plan/model.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { creditsSaid } from '../credits-said.ts';
import { daysSaid } from '../days-said.ts';
import styles from './StudyPlan.module.css';
import { words } from './words.ts';

/** A study plan to read: the sum, each semester with its courses, and what is recognised from before. */
export function PlanShown(props: {
  readonly plan: StudyPlan;
  /** Whether whoever reads it is the student. */
  readonly isOwn: boolean;
  /** What can be done with a course. */
  readonly waysOf?: (course: CourseOfPlan) => JSX.Element;
}) {
  const t = useWords(words);
  const aboutCourse = (course: CourseOfPlan) =>
    `${t().kinds[course.kind]}, ${t().credits(creditsSaid(course.credits))}`;
  return (
    <>
      <Sum credits={props.plan.credits} isOwn={props.isOwn} />
      <For each={props.plan.semesters}>
        {(one) => (
          <Semester {...one} isOwn={props.isOwn}>
            <For each={one.courses}>
              {(course) => (
                <Row
                  name={<CourseName course={course} />}
                  about={[
                    aboutCourse(course),
                    ...(course.goesOn ? [t().goesOn] : []),
                    ...(course.moved ? [t().moved] : []),
                  ].join('. ')}
                  after={props.waysOf?.(course)}
                />
              )}
            </For>
          </Semester>
        )}
      </For>
      <Show when={props.plan.recognised.length > 0}>
        <section class={styles.semester}>
          <header class={styles.top}>
            <h2 id="recognised">{t().recognised}</h2>
          </header>
          <RowList labelledBy="recognised">
            <For each={props.plan.recognised}>
              {(course) => (
                <Row
                  name={<CourseName course={course} />}
                  about={[aboutCourse(course), ...(course.reason ? [course.reason] : [])].join(
                    '. ',
                  )}
                  after={props.waysOf?.(course)}
                />
              )}
            </For>
          </RowList>
        </section>
      </Show>
      <Show when={props.plan.credits.all === 0}>
        <p>{t().noCourseYet}</p>
      </Show>
    </>
  );
}

function CourseName(props: { readonly course: CourseOfPlan }) {
  return (
    <span lang={PROGRAMME_LANGUAGE}>
      {props.course.code} {props.course.title}
    </span>
  );
}

/** The credits in words, and drawn for who sees. */
function Sum(props: { readonly credits: PlanCredits; readonly isOwn: boolean }) {
  const t = useWords(words);
  const said = () => {
    const sums = { ...t().sums, ...(props.isOwn ? {} : { behind: t().othersBehind }) };
    return inARow(
      language(),
      (['recognised', 'behind', 'now', 'ahead'] as const).flatMap((which) =>
        props.credits[which] > 0 ? [sums[which](creditsSaid(props.credits[which]))] : [],
      ),
    );
  };
  return (
    <div class={styles.sum}>
      <p>
        {t().all(creditsSaid(props.credits.all))}{' '}
        <Show when={said()}>{(row) => <>{row()}.</>}</Show>
      </p>
      <div class={styles.line} aria-hidden="true">
        <span
          class={styles.done}
          style={{ 'flex-grow': props.credits.recognised + props.credits.behind }}
        />
        <span class={styles.now} style={{ 'flex-grow': props.credits.now }} />
        <span style={{ 'flex-grow': props.credits.ahead }} />
      </div>
    </div>
  );
}

function Semester(
  props: PlannedSemester & { readonly isOwn: boolean; readonly children: JSX.Element },
) {
  const t = useWords(words);
  const id = () => `${props.semester.season}-${props.semester.year}`;
  const when = () => (props.isOwn ? t().whens : t().othersWhens)[props.when];
  return (
    <section class={classNames(styles.semester, props.when === 'now' && styles.now)}>
      <header class={styles.top}>
        <h2 id={id()}>{t().semester(props.semester.season, props.semester.year)}</h2>
        <p class={styles.when}>
          {when()}
          <Show when={props.term}>
            {(term) => <> · {daysSaid(term().firstDay, term().lastDay)}</>}
          </Show>
        </p>
      </header>
      <Show when={props.courses.length > 0} fallback={<p class={styles.quiet}>{t().noCourses}</p>}>
        <RowList labelledBy={id()}>{props.children}</RowList>
      </Show>
    </section>
  );
}
