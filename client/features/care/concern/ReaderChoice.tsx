import { createSignal, Show } from 'solid-js';
import { nameConcernReader } from '#shared/features/care/concern/commands.ts';
import { possibleConcernReaders } from '#shared/features/care/concern/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import styles from './ConcernForm.module.css';
import { readerOptions } from './reader-options.ts';
import { words } from './words.ts';

/** The administration says who reads what is reported. It reads nothing of it. */
export function ReaderChoice() {
  const t = useWords(words);
  const query = createQuery(possibleConcernReaders, () => ({}));
  const [chosen, setChosen] = createSignal<string>();
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals']>();
  const [sending, setSending] = createSignal(false);
  const [saved, setSaved] = createSignal(false);
  const value = () => chosen() ?? query.value()?.named ?? '';
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (sending()) return;
    setSending(true);
    const personId = value() === '' ? null : (value() as PersonId);
    const outcome = await live.send(nameConcernReader, { personId });
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    query.refetch();
    setSaved(outcome.ok);
    if (outcome.ok) announce(t().readerSaved);
  }
  return (
    <Show when={query.value()}>
      {(known) => (
        <form class={styles.form} onSubmit={save}>
          <h2>{t().reader}</h2>
          <Select
            label={t().reader}
            labelHidden
            description={t().readerAbout}
            value={value()}
            groups={[
              {
                options: [
                  { value: '', label: t().readerNobody },
                  ...readerOptions(known().readers, t().readerRoles),
                ],
              },
            ]}
            onChange={(event) => {
              setSaved(false);
              setChosen(event.currentTarget.value);
            }}
          />
          <Show when={problem()}>
            {(why) => (
              <p class={styles.problem} role="alert">
                {t().refusals[why()]}
              </p>
            )}
          </Show>
          <p class={styles.end}>
            <Button type="submit" aria-disabled={sending() ? 'true' : undefined}>
              {t().readerSave}
            </Button>
            <Show when={saved()}>
              <span class={styles.saved}>{t().readerSaved}</span>
            </Show>
          </p>
        </form>
      )}
    </Show>
  );
}
