import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { type Allowed, everyKind, kindsOf } from '#shared/features/admin/rights/rules.ts';
import { ROLES, type Role } from '#shared/wire/access.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Select } from '../../../ui/Select.tsx';
import { roleWords } from '../role-words.ts';
import styles from './RightsPage.module.css';
import { words } from './words.ts';

/** So many have the same of everybody: all but the examiner, or all. */
const EVERYBODY = 8;

/** `/hvem-ser-hva`: who may see and do what here, in words, thing by thing or for one role; from the table that the server goes by. */
export function RightsPage() {
  const t = useWords(words);
  const [asked] = useSearchParams();
  const said = useWords(roleWords);
  const [role, setRole] = createSignal<Role>();
  const kinds = createMemo(() => {
    const one = role();
    return one ? kindsOf(one) : everyKind();
  });
  /** A line for each way in which they may: who, and in what. */
  const lines = (allowed: readonly Allowed[]) => {
    if (allowed.length === 0) return [t().nobody];
    return [...Map.groupBy(allowed, ({ how }) => how)].map(([how, those]) => {
      const isEverybody = those.length >= EVERYBODY;
      const who = isEverybody ? t().everybody : inARow(language(), those.map(nameOf));
      return who.charAt(0).toUpperCase() + who.slice(1) + t().how[how];
    });
  };
  const nameOf = ({ who }: Allowed) => t().who[who];
  /** Of one role, only in what: who it is has been chosen. */
  const within = (allowed: readonly Allowed[]) => [
    ...new Set(allowed.map(({ how }) => t().within[how])),
  ];
  return (
    <div class={styles.page}>
      <PageHeader
        above={
          <Show when={asked.fra === 'folk'} fallback={<a href="/personvern">{t().toPrivacy}</a>}>
            <a href="/folk">{t().toPeople}</a>
          </Show>
        }
        title={t().title}
      />
      <p>{t().intro}</p>
      <Select
        label={t().show}
        value={role() ?? ''}
        groups={[
          {
            options: [
              { value: '', label: t().all },
              ...ROLES.map((one) => ({ value: one, label: said()[one] })),
            ],
          },
        ]}
        onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value))}
      />
      <Show when={role()}>{(one) => <p role="status">{t().onlyWhat(said()[one()])}</p>}</Show>
      <For each={kinds()}>
        {({ kind, parts }) => (
          <section class={styles.kind}>
            <h2>{t().kinds[kind]}</h2>
            <dl>
              <For each={parts}>
                {({ what, allowed }) => (
                  <div>
                    <dt>{t().what[what]}</dt>
                    <dd>
                      <For each={role() ? within(allowed) : lines(allowed)}>
                        {(line) => <p>{line}</p>}
                      </For>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
      <p class={styles.quiet}>{t().outro}</p>
    </div>
  );
}
