import { createSignal, For, Show } from 'solid-js';
import { rolesInvitedBy } from '#shared/features/admin/people/policy.ts';
import { invitePerson } from '#shared/features/admin/welcome/commands.ts';
import {
  ENDING_ROLES,
  ROLES_BY_TWO,
  type WelcomeFault,
} from '#shared/features/admin/welcome/model.ts';
import { tidyWelcome } from '#shared/features/admin/welcome/rules.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import { ROLES, type Role } from '#shared/wire/access.ts';
import type { UniversalRefusal } from '#shared/wire/contract.ts';
import { type Language, language, languages, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { languageNames, who } from '../../identity/public.ts';
import { faultWords } from '../fault-words.ts';
import { roleWords } from '../role-words.ts';
import styles from './People.module.css';
import { words } from './words.ts';

type Cohorts = readonly { readonly cohortId: CohortId; readonly name: string }[];

/** Which field a fault is put right in. */
const FIELD_OF: Partial<Record<WelcomeFault, 'name' | 'email' | 'roles' | 'cohort' | 'end'>> = {
  'bad-address': 'email',
  'already-here': 'email',
  'already-invited': 'email',
  'no-role': 'roles',
  'cohort-missing': 'cohort',
  'end-missing': 'end',
  'end-wrong': 'end',
};

/** Invites one after the other. Roles are ticked for each: nobody gets the last one's unseen. */
export function InviteSheet(props: {
  readonly open: boolean;
  readonly cohorts: Cohorts;
  /** Nobody else is there to say yes yet. */
  readonly givesAlone: boolean;
  readonly onClose: () => void;
  readonly onInvited: () => void;
}) {
  const t = useWords(words);
  return (
    <Sheet
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={t().inviteTitle}
      closeLabel={t().close}
      startsInField
    >
      <InviteForm {...props} />
    </Sheet>
  );
}

function InviteForm(props: {
  readonly cohorts: Cohorts;
  readonly givesAlone: boolean;
  readonly onClose: () => void;
  readonly onInvited: () => void;
}) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const faults = useWords(faultWords);
  const [name, setName] = createSignal('');
  const [email, setEmail] = createSignal('');
  const [roles, setRoles] = createSignal<readonly Role[]>([]);
  const [cohortId, setCohortId] = createSignal<CohortId>();
  const [lastDay, setLastDay] = createSignal('');
  const [letterIn, setLetterIn] = createSignal<Language>(language());
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<WelcomeFault | UniversalRefusal>();
  const [sentTo, setSentTo] = createSignal('');
  holdsWords(() => name() !== '' || email() !== '', 'page');
  let form!: HTMLFormElement;

  const mayGive = () => {
    const now = who();
    const held = now.status === 'signed-in' ? now.person.roles : [];
    return rolesInvitedBy((role) => held.includes(role));
  };
  const isStudent = () => roles().includes('student');
  const ends = () => roles().some((role) => ENDING_ROLES.includes(role));
  const written = () => ({
    ...{ name: name(), email: email(), language: letterIn(), roles: [...roles()] },
    cohortId: isStudent() ? (cohortId() ?? null) : null,
    rolesUntil: ends() && lastDay() ? instantInOslo(lastDay(), '23:59') : null,
  });
  const fieldOf = (why: WelcomeFault | UniversalRefusal) =>
    why.startsWith('name-') ? 'name' : FIELD_OF[why as WelcomeFault];
  const errorOf = (field: string) => {
    const why = problem();
    return why && fieldOf(why) === field ? faults()[why as WelcomeFault] : undefined;
  };
  const otherProblem = () => {
    const why = problem();
    return why && !fieldOf(why) ? t().refusals[why as UniversalRefusal] : undefined;
  };
  const toProblem = () =>
    queueMicrotask(() =>
      form.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input')?.focus(),
    );
  const choose = (role: Role, chosen: boolean) =>
    setRoles(ROLES.filter((one) => (one === role ? chosen : roles().includes(one))));

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (sending()) return;
    setSentTo('');
    const tidied = tidyWelcome(written(), serverNow());
    setProblem(tidied.ok ? undefined : tidied.refusal);
    if (!tidied.ok) return toProblem();
    setSending(true);
    const outcome = await live.send(invitePerson, written(), { lasting: false });
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (!outcome.ok) return toProblem();
    setSentTo(tidied.welcomed.name);
    setName('');
    setEmail('');
    setRoles([]);
    props.onInvited();
    form.querySelector('input')?.focus();
  }
  return (
    <form ref={form} class={styles.form} onSubmit={send} novalidate>
      <Show when={sentTo()}>
        {(to) => (
          <p class={styles.done} role="status">
            {t().sent(to())}
          </p>
        )}
      </Show>
      <Field
        label={t().name}
        error={errorOf('name')}
        value={name()}
        autocomplete="off"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Field
        label={t().address}
        description={t().addressAbout}
        error={errorOf('email')}
        type="email"
        inputmode="email"
        autocomplete="off"
        spellcheck={false}
        value={email()}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <fieldset class={styles.roles} data-wrong={errorOf('roles') ? '' : undefined}>
        <legend>{t().roles}</legend>
        <For each={mayGive()}>
          {(role) => (
            <label>
              <input
                type="checkbox"
                checked={roles().includes(role)}
                onChange={(event) => choose(role, event.currentTarget.checked)}
              />
              <span>
                {said()[role]}
                <Show when={!props.givesAlone && ROLES_BY_TWO.includes(role)}>
                  <span class={styles.quiet}> {t().byTwo}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
        <Show when={errorOf('roles')}>
          {(why) => (
            <p class={styles.problem} role="alert">
              {why()}
            </p>
          )}
        </Show>
      </fieldset>
      <Show when={isStudent()}>
        <Show
          when={props.cohorts.length > 0}
          fallback={<p class={styles.problem}>{t().noCohorts}</p>}
        >
          <Select
            label={t().cohort}
            error={errorOf('cohort')}
            value={cohortId() ?? ''}
            groups={[
              {
                options: [
                  { value: '', label: t().chooseCohort },
                  ...props.cohorts.map((one) => ({ value: one.cohortId, label: one.name })),
                ],
              },
            ]}
            onChange={(event) =>
              setCohortId(
                props.cohorts.find((one) => one.cohortId === event.currentTarget.value)?.cohortId,
              )
            }
          />
        </Show>
      </Show>
      <Show when={ends()}>
        <Field
          label={t().lastDay}
          description={t().lastDayAbout}
          error={errorOf('end')}
          type="date"
          value={lastDay()}
          onInput={(event) => setLastDay(event.currentTarget.value)}
        />
      </Show>
      <Select
        label={t().letterIn}
        value={letterIn()}
        groups={[{ options: languages.map((one) => ({ value: one, label: languageNames[one] })) }]}
        onChange={(event) =>
          setLetterIn(languages.find((one) => one === event.currentTarget.value) ?? 'nb')
        }
      />
      <Show when={otherProblem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {why()}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().sending : t().send}
        </Button>
        <Button look="quiet" onClick={() => props.onClose()}>
          {sentTo() ? t().done : t().cancel}
        </Button>
      </p>
    </form>
  );
}
