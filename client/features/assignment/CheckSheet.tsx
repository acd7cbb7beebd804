import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { createReturnFocus } from '../../platform/return-focus.ts';
import { fileNameOf, saveAsFile } from '../../platform/save-file.ts';
import { announce } from '../../ui/announcer.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { downloadIcon } from '../../ui/icons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './Assignment.module.css';
import type { Submission } from './answers.ts';
import own from './CheckSheet.module.css';
import { sha256 } from './fingerprint.ts';
import { words } from './words.ts';

/** What each system calls it, in the same words in every language. */
const COMMANDS = [
  { system: 'Windows (PowerShell)', command: 'Get-FileHash' },
  { system: 'Mac', command: 'shasum -a 256' },
  { system: 'Linux', command: 'sha256sum' },
] as const;

/** "Kontroller selv": computes the fingerprint again in this browser, of the text and of any file (decision 0044). */
export function CheckSheet(props: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly submission: Submission;
}) {
  const t = useWords(words);
  createReturnFocus(() => props.open);
  return (
    <Sheet
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t().checkYourself}
      closeLabel={t().close}
    >
      <Check submission={props.submission} />
    </Sheet>
  );
}

function Check(props: { readonly submission: Submission }) {
  const t = useWords(words);
  const [computed] = createResource(() =>
    sha256(new TextEncoder().encode(props.submission.canonical)),
  );
  const [ofFile, setOfFile] = createSignal<string>();
  const fileName = () => {
    const { title, groupName } = props.submission;
    return fileNameOf(t().handedInFile, [title, groupName], 'json');
  };
  const matches = () => computed() === props.submission.fingerprint;

  async function checkFile(file: File | undefined): Promise<void> {
    if (!file) return;
    const same = (await sha256(await file.arrayBuffer())) === props.submission.fingerprint;
    const said = same ? t().fileMatches(file.name) : t().fileDiffers(file.name);
    setOfFile(said);
    announce(said);
  }
  return (
    <div class={styles.question}>
      <Switch>
        <Match when={computed.loading}>
          <p>{t().checking}</p>
        </Match>
        <Match when={matches()}>
          <p role="status">
            <strong class={own.right}>{t().checkMatches}</strong> {t().checkMatchesAbout}
          </p>
        </Match>
        <Match when={!matches()}>
          <p role="alert">
            <strong class={own.wrong}>{t().checkDiffers}</strong> {t().checkDiffersAbout}
          </p>
        </Match>
      </Switch>
      <p>{t().inBrowser}</p>
      <p class={styles.ways}>
        <Button
          size="small"
          icon={downloadIcon}
          onClick={() => saveAsFile(fileName(), props.submission.canonical, 'application/json')}
        >
          {t().downloadText}
        </Button>
        {/* The browser's own button speaks the browser's language. */}
        <label class={buttonClass({ size: 'small', class: own.file })}>
          {t().chooseFile}
          <input
            class="visually-hidden"
            type="file"
            onChange={(event) => checkFile(event.currentTarget.files?.[0])}
          />
        </label>
      </p>
      <Show when={ofFile()}>{(said) => <p>{said()}</p>}</Show>
      <details class={own.byHand}>
        <summary>{t().byHand}</summary>
        <p>{t().byHandAbout}</p>
        <For each={COMMANDS}>
          {({ system, command }) => (
            <>
              <p class={styles.quiet}>{system}</p>
              <pre class={own.command}>
                {command} "{fileName()}"
              </pre>
            </>
          )}
        </For>
      </details>
    </div>
  );
}
