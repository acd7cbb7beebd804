import { createSignal, For, Show } from 'solid-js';
import { takeOutSheet } from '#shared/features/attendance/sheet/commands.ts';
import type { AttendanceSheet, Scope } from '#shared/features/attendance/sheet/model.ts';
import { clockTime, dayAndTime, shortDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { fileNameOf, saveAsFile } from '../../../platform/save-file.ts';
import { csvOf } from '../../../platform/table-file.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { downloadIcon } from '../../../ui/icons.ts';
import { words as presenceWords } from '../presence/words.ts';
import styles from './Sheet.module.css';
import { correctionsOf, tableOf } from './sheet-tables.ts';
import { words } from './words.ts';

type Form = AttendanceSheet['takenOut'][number]['form'];
const SHOWN_MAX = 3;
const FORMS: Record<Form, string> = { csv: 'CSV', xlsx: 'Excel' };

/** Takes the table out as a file, and says who has. The file is made here, in the words of the screen; the server notes that it was asked for. */
export function TakeOut(props: {
  readonly scope: Scope;
  readonly sheet: AttendanceSheet;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const presence = useWords(presenceWords);
  const [busy, setBusy] = createSignal<Form>();
  const [problem, setProblem] = createSignal<string>();

  async function take(form: Form): Promise<void> {
    if (busy()) return;
    setBusy(form);
    setProblem(undefined);
    // What is not there now is not handed over later, when nobody waits for it.
    const outcome = await live.send(takeOutSheet, { scope: props.scope, form }, { lasting: false });
    try {
      if (!outcome.ok) return void setProblem(t().refusals[outcome.refusal]);
      await handOver(outcome.value.sheet, form);
      announce(t().takenOut);
      props.onDone();
    } catch {
      // What writes workbooks could not be fetched.
      setProblem(t().takeOutFailed);
    } finally {
      setBusy(undefined);
    }
  }

  async function handOver(sheet: AttendanceSheet, form: Form): Promise<void> {
    const said = { t: t(), presence: presence() };
    const { file, gatherings } = t();
    const about = [sheet.course?.code ?? gatherings, sheet.cohortName, dayAndTime(sheet.now).day];
    const name = fileNameOf(file.name, about, form);
    const table = tableOf(sheet, said);
    if (form === 'csv') return saveAsFile(name, csvOf(table), 'text/csv;charset=utf-8');
    const { xlsxOf, XLSX_TYPE } = await import('../../../platform/workbook.ts');
    const sheets = [
      { name: file.attendance, table },
      { name: file.corrections, table: correctionsOf(sheet, said) },
    ];
    saveAsFile(name, xlsxOf(sheets), XLSX_TYPE);
  }

  const label = (form: Form, words: string) => (busy() === form ? t().takingOut : words);
  return (
    <section class={styles.takeOut}>
      <p class={styles.ways}>
        <Button icon={downloadIcon} aria-busy={busy() === 'csv'} onClick={() => take('csv')}>
          {label('csv', t().takeOutCsv)}
        </Button>
        <Button icon={downloadIcon} aria-busy={busy() === 'xlsx'} onClick={() => take('xlsx')}>
          {label('xlsx', t().takeOutXlsx)}
        </Button>
      </p>
      <Show when={problem()}>
        <p class={styles.problem} role="alert">
          {problem()}
        </p>
      </Show>
      <Show when={props.sheet.takenOut.length > 0}>
        <p class={styles.quiet}>{t().takenOutBy}:</p>
        <ul class={styles.quiet}>
          <For each={props.sheet.takenOut.slice(0, SHOWN_MAX)}>
            {({ at, byName, form }) => (
              <li>
                {t().takenOutLine(
                  `${shortDate(language(), at)} ${clockTime(at)}`,
                  byName ?? presence().somebody,
                  FORMS[form],
                )}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
