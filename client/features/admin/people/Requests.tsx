import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { settleRole } from '#shared/features/admin/standing/commands.ts';
import type { RoleRequest } from '#shared/features/admin/standing/model.ts';
import { longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { roleWords } from '../role-words.ts';
import styles from './People.module.css';
import { words } from './words.ts';

/** Roles that wait for the second of the two who give them. */
export function Requests(props: {
  readonly requests: readonly RoleRequest[];
  readonly onSettled: () => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  return (
    <Show when={props.requests.length > 0}>
      <section class={styles.requests} aria-labelledby={id}>
        <h2 id={id}>{t().waiting}</h2>
        <p class={styles.quiet}>{t().waitingAbout}</p>
        <ul>
          <For each={props.requests}>
            {(request) => <Request request={request} onSettled={props.onSettled} />}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function Request(props: { readonly request: RoleRequest; readonly onSettled: () => void }) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  async function settle(grant: boolean): Promise<void> {
    if (sending()) return;
    setSending(true);
    const { personId, requestId, name } = props.request;
    const outcome = await live.send(settleRole, { personId, requestId, grant }, { lasting: false });
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (outcome.ok) announce(grant ? t().given(name) : t().declined);
    props.onSettled();
  }
  return (
    <li class={styles.request}>
      <p>
        <b>
          <bdi>{t().becomes(props.request.name, said()[props.request.role].toLowerCase())}</bdi>
        </b>
        <span class={styles.quiet}>
          {t().askedBy(props.request.askedByName, longDate(language(), props.request.askedAt))}
          <Show when={!props.request.mayGrant}>. {t().takesAnother}</Show>
        </span>
        <Show when={problem()}>
          {(why) => (
            <span class={styles.problem} role="alert">
              {t().refusals[why()]}
            </span>
          )}
        </Show>
      </p>
      <Show when={props.request.mayGrant}>
        <Button size="small" onClick={() => settle(true)}>
          {t().yes}
          <span class="visually-hidden"> {props.request.name}</span>
        </Button>
      </Show>
      <Button look="quiet" size="small" onClick={() => settle(false)}>
        {t().no}
        <span class="visually-hidden"> {props.request.name}</span>
      </Button>
    </li>
  );
}
