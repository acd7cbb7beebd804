import type { Editor } from '@tiptap/core';
import { createEffect, createSignal, on, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from './DocumentText.module.css';
import { linkAddress } from './link-address.ts';
import { words } from './words.ts';

/** Where a link leads. With nothing selected, its words are asked for too. */
export function LinkSheet(props: {
  readonly editor: Editor;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const [address, setAddress] = createSignal('');
  const [text, setText] = createSignal('');
  const [wrong, setWrong] = createSignal(false);
  const [isNew, setIsNew] = createSignal(true);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        const before = props.editor.getAttributes('link').href as string | undefined;
        setIsNew(before === undefined);
        setAddress(before ?? '');
        setText('');
        setWrong(false);
      },
    ),
  );
  const needsWords = () => props.open && isNew() && props.editor.state.selection.empty;
  function save(event: SubmitEvent): void {
    event.preventDefault();
    const href = linkAddress(address());
    if (!href) return void setWrong(true);
    const chain = props.editor.chain();
    if (needsWords()) {
      const shown = text().trim() || href.replace(/^(https?:\/\/|mailto:)/u, '');
      chain
        .insertContent({ type: 'text', text: shown, marks: [{ type: 'link', attrs: { href } }] })
        .run();
    } else chain.extendMarkRange('link').setLink({ href }).run();
    props.onClose();
  }
  function remove(): void {
    props.editor.chain().extendMarkRange('link').unsetLink().run();
    props.onClose();
  }
  return (
    <Sheet
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={t().link}
      closeLabel={t().close}
      startsInField
    >
      <form class={styles.form} onSubmit={save} novalidate>
        <Show when={needsWords()}>
          <Field
            label={t().linkWords}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </Show>
        <Field
          label={t().address}
          description={t().addressAbout}
          error={wrong() ? t().badAddress : undefined}
          inputmode="url"
          autocapitalize="off"
          value={address()}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <p class={styles.ways}>
          <Button look="filled" type="submit">
            {t().save}
          </Button>
          <Show when={!isNew()}>
            <Button look="quiet" danger onClick={remove}>
              {t().removeLink}
            </Button>
          </Show>
        </p>
      </form>
    </Sheet>
  );
}

/** What a footnote says. Whoever only reads finds it in the list under the text as well. */
export function FootnoteSheet(props: {
  readonly editor: Editor;
  readonly editable: boolean;
  readonly at: number | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const [text, setText] = createSignal('');
  const textAt = (at: number | undefined) =>
    at === undefined ? '' : String(props.editor.state.doc.nodeAt(at)?.attrs.text ?? '');
  createEffect(
    on(
      () => props.open,
      (open) => open && setText(textAt(props.at)),
    ),
  );
  function put(words: string): void {
    if (props.at !== undefined) props.editor.commands.changeFootnote(props.at, words);
    else if (words !== '') props.editor.commands.addFootnote(words);
    props.onClose();
  }
  return (
    <Sheet
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={t().footnote}
      closeLabel={t().close}
      startsInField
    >
      <Show when={props.editable} fallback={<p>{text()}</p>}>
        <form
          class={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            put(text().trim());
          }}
        >
          <Field
            label={t().noteText}
            value={text()}
            maxlength={500}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p class={styles.ways}>
            <Button look="filled" type="submit">
              {t().save}
            </Button>
            <Show when={props.at !== undefined}>
              <Button look="quiet" danger onClick={() => put('')}>
                {t().removeNote}
              </Button>
            </Show>
          </p>
        </form>
      </Show>
    </Sheet>
  );
}
