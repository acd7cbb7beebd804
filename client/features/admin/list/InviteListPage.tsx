import { createMemo, createSignal, Index, Show, untrack } from 'solid-js';
import type { ListedLine } from '#shared/features/admin/list/model.ts';
import { listPeople } from '#shared/features/admin/people/queries.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import { ROLES, type Role } from '#shared/wire/access.ts';
import { type Language, language, languages, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { fileNameOf, saveAsFile } from '../../../platform/save-file.ts';
import { csvOf } from '../../../platform/table-file.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { downloadIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { languageNames, watchSignIn } from '../../identity/public.ts';
import { faultWords } from '../fault-words.ts';
import { roleWords } from '../role-words.ts';
import styles from './InviteList.module.css';
import { createList, faultyOf, readyOf } from './list-store.ts';
import { sendList } from './send-list.ts';
import { words } from './words.ts';

/** Of each kind: whoever has more to look through does so in the spreadsheet. */
const SHOWN_MAX = 50;

/** `/folk/fra-fil`: many at once, out of a spreadsheet. What must be put right comes first; nobody is invited before the press. */
export function InviteListPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const said = useWords(roleWords);
  live.start(untrack(() => props.me));
  const query = createQuery(listPeople, () => ({ search: '', role: null, state: null, after: 0 }));
  watchSignIn(query.state);
  const cohorts = () => query.value()?.cohorts ?? [];
  const [role, setRole] = createSignal<Role | null>('student');
  const [chosenCohort, setChosenCohort] = createSignal<CohortId>();
  const [letterIn, setLetterIn] = createSignal<Language>(language());
  const [fileName, setFileName] = createSignal('');
  const list = createList(
    () => ({
      ...{ role: role(), cohortId: chosenCohort() ?? null, language: letterIn() },
      cohorts: cohorts(),
    }),
    sendList,
  );
  // Read once for each change, however many ask.
  const lines = createMemo(list.lines);
  const ready = createMemo(() => readyOf(lines()));
  const faulty = createMemo(() => faultyOf(lines()));
  const problem = createMemo(list.problem);
  holdsWords(() => list.text().trim() !== '', 'page');
  let picker!: HTMLInputElement;
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFileName(file.name);
    await list.take(file);
    // The same file, put right, can be chosen again.
    picker.value = '';
  };
  const inviteWords = () => {
    if (list.state() === 'sending') return t().sending;
    const count = ready().length;
    return faulty().length > 0 ? t().inviteReady(count) : t().invite(count);
  };
  return (
    <div class={styles.page}>
      <PageHeader above={<a href="/folk">{t().back}</a>} title={t().title} />
      <Show when={list.invited()}>
        {(count) => (
          <p class={styles.done} role="status">
            {t().invited(count())} <LinkButton href="/folk">{t().toPeople}</LinkButton>
          </p>
        )}
      </Show>
      <p class={styles.about}>{t().about}</p>
      <p class={styles.ways}>
        <input
          ref={picker}
          hidden
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
        <Button onClick={() => picker.click()}>
          {fileName() ? t().chooseAnother : t().choose}
        </Button>
        <Show when={fileName()}>
          <b>
            <bdi>{fileName()}</bdi>
          </b>
        </Show>
      </p>
      <TextArea
        label={t().paste}
        description={t().pasteAbout}
        rows={6}
        spellcheck={false}
        autocomplete="off"
        value={list.text()}
        onInput={(event) => list.write(event.currentTarget.value)}
        onPaste={(event) => {
          if (!list.mayPaste(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
        }}
      />
      <fieldset class={styles.otherwise}>
        <legend>{t().otherwise}</legend>
        <Select
          label={t().role}
          value={role() ?? ''}
          groups={[
            {
              options: [
                { value: '', label: t().noRole },
                ...ROLES.map((one) => ({ value: one, label: said()[one] })),
              ],
            },
          ]}
          onChange={(event) =>
            setRole(ROLES.find((one) => one === event.currentTarget.value) ?? null)
          }
        />
        <Select
          label={t().cohort}
          value={chosenCohort() ?? ''}
          groups={[
            {
              options: [
                { value: '', label: t().noCohort },
                ...cohorts().map((one) => ({ value: one.cohortId, label: one.name })),
              ],
            },
          ]}
          onChange={(event) =>
            setChosenCohort(
              cohorts().find((one) => one.cohortId === event.currentTarget.value)?.cohortId,
            )
          }
        />
        <Select
          label={t().letterIn}
          value={letterIn()}
          groups={[
            { options: languages.map((one) => ({ value: one, label: languageNames[one] })) },
          ]}
          onChange={(event) =>
            setLetterIn(languages.find((one) => one === event.currentTarget.value) ?? 'nb')
          }
        />
      </fieldset>
      <Show when={problem()}>
        {(known) => (
          <p class={styles.problem} role="alert">
            {t().problems[known().why](known().line)}
          </p>
        )}
      </Show>
      <Show when={lines().length > 0}>
        <section class={styles.preview} aria-labelledby="list-sum">
          <h2 id="list-sum">{t().sum(lines().length, ready().length, faulty().length)}</h2>
          <p class={styles.about}>{t().nobodyYet}</p>
          <Show when={list.refusal()}>
            {(why) => (
              <p class={styles.problem} role="alert">
                {t().refusals[why()]}
              </p>
            )}
          </Show>
          <p class={styles.ways}>
            <Show when={ready().length > 0}>
              <Button
                look="filled"
                aria-disabled={list.state() === 'sending' ? 'true' : undefined}
                onClick={list.invite}
              >
                {inviteWords()}
              </Button>
            </Show>
            <Show when={faulty().length > 0}>
              <Button icon={downloadIcon} onClick={() => saveFaulty(faulty())}>
                {t().download}
              </Button>
            </Show>
          </p>
          <Lines title={t().mustFix} lines={faulty()} cohorts={cohorts()} />
          <Lines title={t().areReady} lines={ready()} cohorts={cohorts()} />
        </section>
      </Show>
    </div>
  );

  function saveFaulty(lines: readonly ListedLine[]): void {
    const faults = faultWords[language()];
    const heading = [t().line, t().name, t().address, t().fault];
    const rows = lines.map(({ line, written, fault }) => [
      ...[line, written.name, written.email, fault ? faults[fault] : ''],
    ]);
    saveAsFile(fileNameOf(t().mustFix, [], 'csv'), csvOf([heading, ...rows]), 'text/csv');
  }
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly ListedLine[];
  readonly cohorts: readonly { readonly cohortId: CohortId; readonly name: string }[];
}) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const faults = useWords(faultWords);
  const about = ({ line, written }: ListedLine) => {
    const { email, roles, cohortId } = written;
    const cohort = props.cohorts.find((one) => one.cohortId === cohortId)?.name;
    const parts = [`${t().line} ${line}`, email, ...roles.map((role) => said()[role]), cohort];
    return parts.filter(Boolean).join(' · ');
  };
  return (
    <Show when={props.lines.length > 0}>
      <h3>{props.title}</h3>
      <RowList>
        <Index each={props.lines.slice(0, SHOWN_MAX)}>
          {(one) => (
            <Row
              name={<bdi>{one().written.name || one().written.email || '–'}</bdi>}
              about={about(one())}
              after={
                <Show when={one().fault} fallback={<span class={styles.ready}>{t().ready}</span>}>
                  {(why) => <span class={styles.fault}>{faults()[why()]}</span>}
                </Show>
              }
            />
          )}
        </Index>
      </RowList>
      <Show when={props.lines.length > SHOWN_MAX}>
        <p class={styles.about}>{t().andMore(props.lines.length - SHOWN_MAX)}</p>
      </Show>
    </Show>
  );
}
