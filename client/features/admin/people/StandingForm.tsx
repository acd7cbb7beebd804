import { createEffect, createSignal, For, on, Show } from 'solid-js';
import * as commands from '#shared/features/admin/standing/commands.ts';
import { GIVEN_ROLES, REASON_MAX, REASON_MIN } from '#shared/features/admin/standing/model.ts';
import { ENDING_ROLES, ROLES_BY_TWO } from '#shared/features/admin/welcome/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import type { Role } from '#shared/wire/access.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { who } from '../../identity/public.ts';
import { roleWords } from '../role-words.ts';
import styles from './People.module.css';
import { words } from './words.ts';

export type Deed = 'suspend' | 'restore' | 'reset' | 'give-role' | 'end-role';

/** One change of somebody's standing: what, why, and done. */
export function StandingForm(props: {
  readonly personId: PersonId;
  readonly held: readonly Role[];
  readonly deeds: readonly Deed[];
  readonly onDone: (what: string) => void;
}) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const [deed, setDeed] = createSignal<Deed>();
  const [role, setRole] = createSignal<Role>();
  const [lastDay, setLastDay] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  holdsWords(() => reason().trim() !== '', 'page');
  let form: HTMLFormElement | undefined;

  const choices = (): readonly Role[] => {
    if (deed() === 'end-role') return props.held;
    if (deed() !== 'give-role') return [];
    const now = who();
    const isAdmin = now.status === 'signed-in' && now.person.roles.includes('admin');
    const all: readonly Role[] = [...(isAdmin ? GIVEN_ROLES : []), ...ROLES_BY_TWO];
    return all.filter((one) => !props.held.includes(one));
  };
  createEffect(on(deed, () => setRole(choices()[0])));
  const isByTwo = () => deed() === 'give-role' && ROLES_BY_TWO.includes(role() ?? 'guest');
  const needsReason = () => deed() !== 'give-role' || isByTwo();
  const needsEnd = () => deed() === 'give-role' && ENDING_ROLES.includes(role() ?? 'teacher');
  const isReason = () => !needsReason() || reason().trim().length >= REASON_MIN;
  const open = (one: Deed) => {
    setDeed(one);
    setTried(false);
    setProblem(undefined);
    queueMicrotask(() => form?.querySelector<HTMLElement>('select, textarea')?.focus());
  };

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!isReason()) {
      queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (sending()) return;
    setSending(true);
    const outcome = await sent();
    setSending(false);
    setProblem(outcome?.ok === false ? outcome.refusal : undefined);
    if (!outcome?.ok) return;
    setDeed(undefined);
    setReason('');
    props.onDone('given' in outcome.value && !outcome.value.given ? t().asked : t().doneIt);
  }

  async function sent() {
    const { personId } = props;
    const about = { personId, reason: reason().trim() };
    const options = { lasting: false };
    const chosen = role();
    switch (deed()) {
      case 'suspend':
        return live.send(commands.suspendPerson, about, options);
      case 'restore':
        return live.send(commands.restorePerson, about, options);
      case 'reset':
        return live.send(commands.resetSignIn, about, options);
      case 'end-role':
        return chosen && live.send(commands.endRole, { ...about, role: chosen }, options);
      case 'give-role': {
        if (chosen === 'admin' || chosen === 'rector')
          return live.send(commands.askForRole, { ...about, role: chosen }, options);
        const given = GIVEN_ROLES.find((one) => one === chosen);
        const until = lastDay() ? instantInOslo(lastDay(), '23:59') : null;
        return given && live.send(commands.giveRole, { personId, role: given, until }, options);
      }
      default:
        return undefined;
    }
  }
  return (
    <section class={styles.deeds}>
      <h3>{t().what}</h3>
      <p class={styles.ways}>
        <For each={props.deeds}>
          {(one) => (
            <Button
              size="small"
              danger={one === 'suspend'}
              aria-expanded={deed() === one}
              onClick={() => (deed() === one ? setDeed(undefined) : open(one))}
            >
              {t().doWhat[one]}
            </Button>
          )}
        </For>
      </p>
      <Show when={deed()}>
        {(now) => (
          <form
            ref={form}
            class={styles.form}
            onSubmit={send}
            novalidate
            aria-label={t().doWhat[now()]}
          >
            <p class={styles.quiet}>{t().about[now()]}</p>
            <Show when={choices().length > 0}>
              <Select
                label={t().which}
                value={role() ?? ''}
                groups={[{ options: choices().map((one) => ({ value: one, label: said()[one] })) }]}
                onChange={(event) =>
                  setRole(choices().find((one) => one === event.currentTarget.value))
                }
              />
            </Show>
            <Show when={needsEnd()}>
              <Field
                label={t().lastDay}
                type="date"
                value={lastDay()}
                onInput={(event) => setLastDay(event.currentTarget.value)}
              />
            </Show>
            <Show when={needsReason()}>
              <TextArea
                label={t().reason}
                description={t().reasonAbout}
                error={tried() && !isReason() ? t().reasonWrong : undefined}
                rows={2}
                maxlength={REASON_MAX}
                lang={PROGRAMME_LANGUAGE}
                value={reason()}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </Show>
            <Show when={problem()}>
              {(why) => (
                <p class={styles.problem} role="alert">
                  {t().refusals[why()]}
                </p>
              )}
            </Show>
            <p class={styles.ways}>
              <Button
                look={now() === 'suspend' ? 'plain' : 'filled'}
                type="submit"
                danger={now() === 'suspend'}
                aria-disabled={sending() ? 'true' : undefined}
              >
                {sending() ? t().doing : t().doWhat[now()]}
              </Button>
              <Button look="quiet" onClick={() => setDeed(undefined)}>
                {t().cancel}
              </Button>
            </p>
          </form>
        )}
      </Show>
    </section>
  );
}
