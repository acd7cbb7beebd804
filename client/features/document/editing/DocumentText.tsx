import type { Editor } from '@tiptap/core';
import {
  createEffect,
  createSignal,
  createUniqueId,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { DocumentProvider } from '../../../platform/document-provider.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { ImageSheet } from '../images/ImageSheet.tsx';
import type { KeptPictures } from '../images/kept-pictures.ts';
import { words as imageWords } from '../images/words.ts';
import { Contents } from './Contents.tsx';
import { coveredSides, coveredUntil } from './covered-sides.ts';
import styles from './DocumentText.module.css';
import { attributesOf, type EditorParts, makeEditor } from './editor.ts';
import { FloatingTools } from './FloatingTools.tsx';
import { Footnotes } from './Footnotes.tsx';
import { FootnoteSheet, LinkSheet } from './InsertSheets.tsx';
import type { Insertion } from './insertion.ts';
import { CLEAR_PX, roomAround } from './placing.ts';
import { Toolbar } from './Toolbar.tsx';
import tables from './tables.module.css';
import type { ToolChoice } from './tool-groups.ts';
import { words } from './words.ts';
import { writeInSight } from './write-in-sight.ts';

export type DocumentTextProps = {
  readonly documentId: DocumentId;
  readonly provider: DocumentProvider;
  readonly pictures: KeptPictures;
  readonly title: string;
  readonly editable: boolean;
  /** Read first, and written in after a press on "Skriv". */
  readonly mayBegin: boolean;
  /** The full toolbar stands over the text, rather than a small one by what is selected. */
  readonly pinned: boolean;
  readonly caretsHidden: boolean;
  /** Contents and footnotes stand in a narrow column as well as on a page. */
  readonly compact?: boolean;
  /** What stays in sight over the text, however far one has scrolled. */
  readonly signs: JSX.Element;
  /** The text is on the screen. `write` puts the caret into it, where one looks. */
  readonly onShown: (write: () => void) => void;
  /** Esc: where the focus goes. */
  readonly onLeave: () => void;
  /** Once more from the beginning, with a new provider. */
  readonly onReopen: () => void;
};

/** The contents stand beside the text from here on. */
const ROOM_BESIDE = '(min-width: 75em)';

/** The text itself, and its tools. Made once for a provider: key it on that. Loaded when a document is first opened. */
export function DocumentText(props: DocumentTextProps) {
  const t = useWords(words);
  const image = useWords(imageWords);
  const howOut = createUniqueId();
  const wide = createMediaQuery(WIDE);
  const roomBeside = createMediaQuery(ROOM_BESIDE);
  const isBeside = () => roomBeside() && !props.compact;
  const [editor, setEditor] = createSignal<Editor>();
  /** Counts what the editor did, so that whatever reads its state is drawn anew. */
  const [turn, setTurn] = createSignal(0);
  const [insertion, setInsertion] = createSignal<Insertion>();
  const leftOut = createPassing();
  const [lost, setLost] = createSignal(false);
  const editable = () => props.editable && !lost();
  const [asked, setAsked] = createSignal<ToolChoice>();
  let parts: EditorParts | undefined;
  let place: HTMLDivElement | undefined;
  let tools: HTMLDivElement | undefined;
  let over: HTMLDivElement | undefined;

  onMount(() => {
    if (!place) return;
    parts = {
      element: place,
      documentId: props.documentId,
      provider: props.provider,
      pictures: props.pictures,
      editable,
      words: {
        label: () => t().label(props.title),
        placeholder: t().placeholder,
        done: (task) => t().done(task),
        footnote: (number) => t().footnoteNumbered(number),
        table: t().table,
        imageShows: (alt) => image().shows(alt),
        imageNotShown: image().notShown,
      },
      covered: coveredSides(() => over),
      describedBy: howOut,
      onLeave: () => props.onLeave(),
      onLink: () => setInsertion({ kind: 'link' }),
      onToolbar: goToTools,
      onLeftOut: () => {
        leftOut.say();
        announce(t().leftOut);
      },
      onFootnote: (at) => setInsertion({ kind: 'footnote', at }),
      onLost: () => setLost(true),
      onImage: ({ files, at }) => setInsertion({ kind: 'image', files, at }),
    };
    const made = makeEditor(parts);
    made.on('transaction', () => setTurn((before) => before + 1));
    setEditor(made);
    props.onShown(() => writeInSight(made));
    onCleanup(() => made.destroy());
  });
  createEffect(
    on(
      () => [editable(), t().label(props.title)] as const,
      ([now]) => {
        const made = editor();
        if (!made || !parts) return;
        if (made.isEditable !== now) made.setEditable(now);
        // After it, because it puts back what was given at the start.
        made.view.setProps({ attributes: attributesOf(parts) });
      },
      { defer: true },
    ),
  );
  /** Where none is pinned, they come for this once. */
  function goToTools(): void {
    if (!editable()) return;
    if (!props.pinned) setAsked('full');
    queueMicrotask(() => tools?.querySelector<HTMLElement>('button')?.focus());
  }
  /** For the tools of a table, under those that are pinned. */
  const tableRoom = () => {
    const seen = roomAround(over ?? document.body);
    const { left } = over?.getBoundingClientRect() ?? seen;
    const top = Math.max(seen.top, coveredUntil(over) + CLEAR_PX);
    return { ...seen, left: Math.max(seen.left, left), top };
  };
  const close = () => {
    setInsertion(undefined);
    editor()?.view.focus();
  };
  const hasRoom = () => wide() && !props.compact;
  const hasToolbar = () => editable() && props.pinned;
  /* Keyed: what reads the editor may outlive the moment in which it goes away. */
  const contents = () => (
    <Show when={editor()} keyed>
      {(made) => <Contents editor={made} turn={turn} compact={props.compact ?? false} />}
    </Show>
  );
  return (
    <div
      class={classNames(
        styles.whole,
        props.compact && styles.compact,
        props.caretsHidden && styles.caretsHidden,
      )}
    >
      <Show when={isBeside()}>{contents()}</Show>
      <div class={styles.column}>
        <div ref={over} class={classNames(styles.over, hasToolbar() && styles.pinned)}>
          <div class={styles.row}>
            <Show when={hasToolbar() && editor()} keyed>
              {(made) => (
                <div ref={tools}>
                  <Toolbar
                    editor={made}
                    turn={turn}
                    onInsert={setInsertion}
                    show="full"
                    oneRow={!hasRoom()}
                    tableRoom={hasRoom() ? tableRoom : undefined}
                  />
                </div>
              )}
            </Show>
            {props.signs}
          </div>
          <Show when={lost()}>
            <Banner
              title={t().outOfStep}
              action={
                <Button size="small" onClick={() => props.onReopen()}>
                  {t().reopen}
                </Button>
              }
            >
              {t().outOfStepAbout}
            </Banner>
          </Show>
          <Show when={leftOut.isSaid()}>
            <p class={styles.leftOut} aria-hidden="true">
              {t().leftOut}
            </p>
          </Show>
        </div>
        <Show when={!isBeside()}>{contents()}</Show>
        <p id={howOut} class="visually-hidden">
          {editable() ? t().howOut : props.mayBegin ? t().howToBegin : t().readOnly}
        </p>
        <div class={styles.stage}>
          <div
            ref={place}
            class={classNames(styles.text, tables.tables)}
            data-editable={editable() ? '' : undefined}
            // In one row of all tools those of a table stand there too.
            data-table-room={editable() && (!props.pinned || hasRoom()) ? '' : undefined}
          />
          <Show when={editor()} keyed>
            {(made) => (
              <Show when={editable() && !props.pinned}>
                <FloatingTools
                  ref={(element) => {
                    tools = element;
                  }}
                  editor={made}
                  turn={turn}
                  onInsert={setInsertion}
                  coveredUntil={() => coveredUntil(over)}
                  asked={asked()}
                  onAsk={setAsked}
                />
              </Show>
            )}
          </Show>
        </div>
        <Show when={editor()} keyed>
          {(made) => (
            <>
              <Footnotes editor={made} turn={turn} />
              <LinkSheet editor={made} open={insertion()?.kind === 'link'} onClose={close} />
              <FootnoteSheet
                editor={made}
                editable={editable()}
                at={footnoteAt(insertion())}
                open={insertion()?.kind === 'footnote'}
                onClose={close}
              />
              <ImageSheet
                editor={made}
                documentId={props.documentId}
                {...imageIn(insertion())}
                onClose={close}
              />
            </>
          )}
        </Show>
      </div>
    </div>
  );
}

/** Long enough to be read twice. */
const PASSING_MS = 12_000;

/** A word that is said, and passes. */
function createPassing() {
  const [isSaid, setIsSaid] = createSignal(false);
  let passing: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(passing));
  return {
    isSaid,
    say(): void {
      clearTimeout(passing);
      setIsSaid(true);
      passing = setTimeout(() => setIsSaid(false), PASSING_MS);
    },
  };
}

const footnoteAt = (insertion: Insertion | undefined) =>
  insertion?.kind === 'footnote' ? insertion.at : undefined;

const imageIn = (insertion: Insertion | undefined) =>
  insertion?.kind === 'image'
    ? { open: true, files: insertion.files, at: insertion.at }
    : { open: false, files: [], at: undefined };
