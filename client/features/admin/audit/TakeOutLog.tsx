import { createSignal, Show } from 'solid-js';
import { takeOutLog } from '#shared/features/audit/commands.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { fileNameOf, saveAsFile } from '../../../platform/save-file.ts';
import { csvOf } from '../../../platform/table-file.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { downloadIcon } from '../../../ui/icons.ts';
import styles from './Audit.module.css';
import { logTable } from './line-in-words.ts';
import { words } from './words.ts';

const MONTH_MS = 30 * DAY_MS;
/** As a date field writes it, of the day that people have here. */
const dayOf = (at: number) => new Date(at).toLocaleDateString('sv-SE');
const startOf = (day: string, daysLater = 0) => {
  const start = new Date(`${day}T00:00`);
  return start.setDate(start.getDate() + daysLater);
};

/** Takes the log of some days out as a file, made here in the words of the screen. The server writes down that it was asked for. */
export function TakeOutLog() {
  const t = useWords(words);
  const [from, setFrom] = createSignal(dayOf(Date.now() - MONTH_MS));
  const [until, setUntil] = createSignal(dayOf(Date.now()));
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();

  async function take(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy()) return;
    setProblem(undefined);
    const days = { from: startOf(from()), until: startOf(until(), 1) };
    if (!(days.from < days.until)) return void setProblem(t().badDates);
    setBusy(true);
    // What is not there now is not handed over later, when nobody waits for it.
    const outcome = await live.send(takeOutLog, days, { lasting: false });
    setBusy(false);
    if (!outcome.ok) return void setProblem(t().refusals[outcome.refusal]);
    const name = fileNameOf(t().file, [from(), until()], 'csv');
    saveAsFile(name, csvOf(logTable(outcome.value.lines, t())), 'text/csv;charset=utf-8');
    announce(t().takenOut);
  }
  return (
    <form class={styles.part} onSubmit={take} novalidate>
      <div class={styles.days}>
        <Field
          label={t().from}
          type="date"
          value={from()}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
        <Field
          label={t().until}
          type="date"
          value={until()}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
        <Button type="submit" icon={downloadIcon} aria-busy={busy()}>
          {busy() ? t().takingOut : t().takeOut}
        </Button>
      </div>
      <Show when={problem()}>{(text) => <p role="alert">{text()}</p>}</Show>
    </form>
  );
}
