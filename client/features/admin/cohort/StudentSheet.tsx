import { createSignal, Match, Show, Switch } from 'solid-js';
import { moveStudent, takeOutStudent } from '#shared/features/admin/cohort/commands.ts';
import type { StudentOfCohort } from '#shared/features/admin/cohort/model.ts';
import type { cohortPage } from '#shared/features/admin/cohort/queries.ts';
import { placeInGroup, takeOutOfGroup } from '#shared/features/admin/group/commands.ts';
import { REASON_MAX, REASON_MIN } from '#shared/features/admin/standing/model.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from './Cohorts.module.css';
import { createDeed } from './deed.ts';
import { Problem } from './Problem.tsx';
import { words } from './page-words.ts';

type Props = {
  readonly cohortId: CohortId;
  readonly cohort: OutputOf<typeof cohortPage>;
  readonly onDone: () => void;
};

/** A student of the cohort: in which group, and for those who run it, where else, or nowhere. */
export function StudentSheet(
  props: Props & { readonly student: StudentOfCohort | undefined; readonly onClose: () => void },
) {
  const t = useWords(words);
  return (
    <Sheet
      open={props.student !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.student?.name ?? ''}
      closeLabel={t().close}
    >
      <Show when={props.student}>
        {(student) => (
          <div class={styles.form}>
            <Show when={student().email}>{(email) => <p>{email()}</p>}</Show>
            <Show when={props.cohort.may.makeGroups}>
              <GroupOf {...props} student={student()} />
            </Show>
            <Show when={props.cohort.may.run}>
              <Leaving {...props} student={student()} />
            </Show>
          </div>
        )}
      </Show>
    </Sheet>
  );
}

function GroupOf(props: Props & { readonly student: StudentOfCohort }) {
  const t = useWords(words);
  const deed = createDeed(() => props.onDone());
  const running = () => props.cohort.groups.filter(({ archived }) => !archived);
  const choose = (value: string) => {
    const { personId, groupId: before, name } = props.student;
    const to = running().find(({ groupId }) => groupId === value);
    if (to)
      void deed.send(placeInGroup, { groupId: to.groupId, personId }, t().isInGroup(name, to.name));
    else if (before)
      void deed.send(takeOutOfGroup, { groupId: before, personId }, t().isInNoGroup(name));
  };
  return (
    <>
      <Select
        label={t().group}
        value={props.student.groupId ?? ''}
        groups={[
          {
            options: [
              { value: '', label: t().noGroup },
              ...running().map(({ groupId, name }) => ({ value: groupId, label: name })),
            ],
          },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Problem said={deed.problem()} />
    </>
  );
}

/** To another cohort, or out of this one: with a reason that stays. */
function Leaving(props: Props & { readonly student: StudentOfCohort }) {
  const t = useWords(words);
  const deed = createDeed(() => props.onDone());
  const [way, setWay] = createSignal<'move' | 'take-out'>();
  const [to, setTo] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [tried, setTried] = createSignal(false);
  holdsWords(() => reason().trim() !== '', 'page');
  let form: HTMLFormElement | undefined;
  const hasReason = () => reason().trim().length >= REASON_MIN;
  const target = () => props.cohort.others.find(({ cohortId }) => cohortId === to());
  const open = (which: 'move' | 'take-out') => {
    setWay((before) => (before === which ? undefined : which));
    setTried(false);
  };
  function send(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    const { cohortId, student } = props;
    const { personId, name } = student;
    const other = target();
    if (!hasReason() || (way() === 'move' && !other)) {
      queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const why = { cohortId, personId, reason: reason().trim() };
    if (way() === 'take-out') void deed.send(takeOutStudent, why, t().isOut(name));
    else if (other)
      void deed.send(
        moveStudent,
        { ...why, toCohortId: other.cohortId },
        t().isMoved(name, other.name),
      );
  }
  return (
    <section class={styles.part}>
      <p class={styles.ways}>
        <Show when={props.cohort.others.length > 0}>
          <Button size="small" aria-expanded={way() === 'move'} onClick={() => open('move')}>
            {t().move}
          </Button>
        </Show>
        <Button
          size="small"
          danger
          aria-expanded={way() === 'take-out'}
          onClick={() => open('take-out')}
        >
          {t().takeOut}
        </Button>
      </p>
      <Show when={way()}>
        <form ref={form} class={styles.form} onSubmit={send} novalidate>
          <Switch>
            <Match when={way() === 'move'}>
              <p>{t().moveAbout}</p>
              <Select
                label={t().toCohort}
                error={tried() && !target() ? t().chooseCohort : undefined}
                value={to()}
                groups={[
                  {
                    options: [
                      { value: '', label: t().choose },
                      ...props.cohort.others.map(({ cohortId, name }) => ({
                        ...{ value: cohortId, label: name },
                      })),
                    ],
                  },
                ]}
                onChange={(event) => setTo(event.currentTarget.value)}
              />
            </Match>
            <Match when={true}>
              <p>{t().takeOutAbout}</p>
            </Match>
          </Switch>
          <TextArea
            label={t().reason}
            description={t().reasonAbout}
            error={tried() && !hasReason() ? t().reasonWrong : undefined}
            rows={2}
            maxlength={REASON_MAX}
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          <Problem said={deed.problem()} />
          <p class={styles.ways}>
            <Button
              look={way() === 'move' ? 'filled' : 'plain'}
              danger={way() === 'take-out'}
              type="submit"
              aria-disabled={deed.sending() ? 'true' : undefined}
            >
              {way() === 'move' ? t().move : t().takeOut}
            </Button>
          </p>
        </form>
      </Show>
    </section>
  );
}
