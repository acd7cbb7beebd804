import {
  createSignal,
  createUniqueId,
  For,
  type JSX,
  onMount,
  type ParentProps,
  Show,
} from 'solid-js';
import { namedByStanding } from '#shared/features/assignment/submission/rules.ts';
import { exactTime, fullDate } from '../../platform/dates.ts';
import { inARow, language, useWords } from '../../platform/language.ts';
import { fileNameOf, saveAsFile } from '../../platform/save-file.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { downloadIcon } from '../../ui/icons.ts';
import styles from './Assignment.module.css';
import type { Submission } from './answers.ts';
import { CheckSheet } from './CheckSheet.tsx';
import { inFours } from './fingerprint.ts';
import { HandedInMark } from './HandedInMark.tsx';
import { moment } from './when.ts';
import { type Words, words } from './words.ts';

type Line = { readonly name: string; readonly value: string };

/** What the receipt says, line by line: the same on the screen and in the file. */
function linesOf(t: Words, submission: Submission): Line[] {
  const named = namedByStanding(submission.members);
  const side = submission.late ? t.afterDue : t.beforeDue;
  const when = `${fullDate(language(), submission.at)} kl. ${exactTime(submission.at)}`;
  const groups: [string, readonly string[]][] = [
    [t.confirmedBy, named.confirmed],
    [t.earlierText, named['earlier-text']],
    [t.silent, named.silent],
  ];
  return [
    { name: t.time, value: `${capital(when)}, ${side}` },
    ...groups.flatMap(([name, people]) =>
      people.length > 0 ? [{ name, value: inARow(language(), people) }] : [],
    ),
    { name: t.handedInBy, value: submission.by.displayName },
    { name: t.length, value: t.words(submission.words) },
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Tied up with a bow: what was handed in, when, by whom, and the fingerprint to check it by. */
export function Receipt(
  props: ParentProps<{
    readonly submission: Submission;
    /** Of the one who handed in alone. Undefined for a teacher, who is sent none. */
    readonly alone?: boolean;
    /** The way back, apart from what can be done with the receipt. */
    readonly wayBack?: JSX.Element;
    /** It stands on the page, under this heading. */
    readonly onDrawn?: (heading: HTMLElement | undefined) => void;
  }>,
) {
  const t = useWords(words);
  const headingId = createUniqueId();
  const [checking, setChecking] = createSignal(false);
  const [copied, setCopied] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => props.onDrawn?.(heading));
  const title = () => {
    const { title, groupName } = props.submission;
    return groupName === null ? title : `${title}, ${groupName}`;
  };
  const lines = () => linesOf(t(), props.submission);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(props.submission.fingerprint);
    setCopied(true);
    announce(t().copied);
  }
  function download(): void {
    const { fingerprint, dueAt, submissionId } = props.submission;
    const all = [
      ...lines(),
      { name: t().dueTime, value: `${fullDate(language(), dueAt)} kl. ${exactTime(dueAt)}` },
      { name: `${t().fingerprint} (SHA-256)`, value: fingerprint },
      { name: t().checkedAt, value: `${location.origin}/innlevering/${submissionId}` },
    ];
    const text = [title(), '', ...all.map(({ name, value }) => `${name}: ${value}`), ''];
    const about = [props.submission.title, props.submission.groupName];
    saveAsFile(fileNameOf(t().receipt, about, 'txt'), text.join('\n'), 'text/plain');
  }
  return (
    <section class={styles.receipt} aria-labelledby={headingId}>
      <div class={styles.bow}>
        <Show
          when={props.submission.takenBackAt}
          fallback={<HandedInMark late={props.submission.late} />}
        >
          {(at) => <p class={styles.soon}>{t().takenBackAt(moment(t(), at(), Date.now()))}</p>}
        </Show>
        <svg viewBox="112 0 76 60" aria-hidden="true">
          <path d="M150 22C132 4 116 8 118 20s18 10 32 2c14 8 30 10 32-2S168 4 150 22zM150 22C146 34 140 44 132 54M150 22c4 12 10 22 18 32" />
          <circle cx="150" cy="22" r="4" />
        </svg>
      </div>
      <h2 ref={heading} id={headingId} tabindex="-1">
        {title()}
      </h2>
      <dl>
        <For each={lines()}>
          {(line) => (
            <div>
              <dt>{line.name}</dt>
              <dd>{line.value}</dd>
            </div>
          )}
        </For>
        <div>
          <dt>{t().fingerprint}</dt>
          <dd>
            <code>{inFours(props.submission.fingerprint)}</code>
            <span class={styles.quiet}>{t().fingerprintAbout}</span>
          </dd>
        </div>
      </dl>
      <p class={styles.receiptWays}>
        <Button size="small" icon={downloadIcon} onClick={download}>
          {t().downloadReceipt}
        </Button>
        <Button size="small" onClick={copy}>
          {copied() ? t().copied : t().copyFingerprint}
        </Button>
        <Button size="small" onClick={() => setChecking(true)}>
          {t().checkYourself}
        </Button>
        {props.children}
      </p>
      <Show when={props.wayBack}>{(way) => <p class={styles.wayBack}>{way()}</p>}</Show>
      <Show when={props.alone !== undefined}>
        <p class={styles.quiet}>{props.alone ? t().mailedAlone : t().mailed}</p>
      </Show>
      <CheckSheet open={checking()} onOpenChange={setChecking} submission={props.submission} />
    </section>
  );
}
