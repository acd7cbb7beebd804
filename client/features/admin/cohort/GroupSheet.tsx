import { createSignal, Show } from 'solid-js';
import { archiveGroup, createGroup, renameGroup } from '#shared/features/admin/group/commands.ts';
import { GROUP_NAME_MAX, type GroupOfCohort } from '#shared/features/admin/group/model.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from './Cohorts.module.css';
import { createDeed } from './deed.ts';
import { Problem } from './Problem.tsx';
import { words } from './page-words.ts';

/** A group of the cohort, new where `before` is null: what it is called, and whether it is over. */
export function GroupSheet(props: {
  readonly cohortId: CohortId;
  readonly opened: { readonly before: GroupOfCohort | null } | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  return (
    <Sheet
      open={props.opened !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.opened?.before?.name ?? t().newGroup}
      closeLabel={t().close}
      startsInField
    >
      <Show when={props.opened} keyed>
        {({ before }) => (
          <GroupForm cohortId={props.cohortId} before={before} onDone={props.onDone} />
        )}
      </Show>
    </Sheet>
  );
}

function GroupForm(props: {
  readonly cohortId: CohortId;
  readonly before: GroupOfCohort | null;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const deed = createDeed(() => props.onDone());
  // The sheet opens for one group, and is made anew for the next.
  const [name, setName] = createSignal(props.before?.name ?? '');
  const [tried, setTried] = createSignal(false);
  const archived = () => props.before?.archived ?? false;
  let form!: HTMLFormElement;
  function save(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    const called = name().trim();
    if (called === '') form.querySelector<HTMLElement>('input')?.focus();
    else if (props.before)
      void deed.send(renameGroup, { groupId: props.before.groupId, name: called }, t().saved);
    else
      void deed.send(
        createGroup,
        { cohortId: props.cohortId, name: called },
        t().groupMade(called),
      );
  }
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <Show when={!archived()} fallback={<p>{t().isOver}</p>}>
        <Field
          label={t().groupName}
          error={tried() && name().trim() === '' ? t().noGroupName : undefined}
          value={name()}
          maxlength={GROUP_NAME_MAX}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Show>
      <Problem said={deed.problem()} />
      <Show when={props.before}>
        <p class={styles.quiet}>{t().archiveAbout}</p>
      </Show>
      <p class={styles.ways}>
        <Show when={!archived()}>
          <Button look="filled" type="submit" aria-disabled={deed.sending() ? 'true' : undefined}>
            {t().save}
          </Button>
        </Show>
        <Show when={props.before}>
          {(before) => (
            <Button
              look="quiet"
              onClick={() => {
                const { groupId, name: called } = before();
                const said = archived() ? t().groupBack(called) : t().groupOver(called);
                void deed.send(archiveGroup, { groupId, archived: !archived() }, said);
              }}
            >
              {archived() ? t().bringBack : t().archive}
            </Button>
          )}
        </Show>
      </p>
    </form>
  );
}
