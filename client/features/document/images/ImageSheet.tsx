import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { createEffect, createSignal, Match, on, onCleanup, Show, Switch } from 'solid-js';
import {
  ALT_LENGTH_MAX,
  IMAGE_FILE_TYPES,
  imageAddress,
} from '#shared/features/document/images/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Switch as Toggle } from '../../../ui/Switch.tsx';
import styles from './Image.module.css';
import { isImageId } from './image-id.ts';
import { type ImageAttributes, putIn } from './image-node.ts';
import { type SendingImage, type SentImage, sendImage, type WhyNotSent } from './send-image.ts';
import { whereIs } from './where-is.ts';
import { words } from './words.ts';

type Way =
  | { readonly status: 'choosing' }
  | { readonly status: 'sending'; readonly file: File; readonly share: number }
  | { readonly status: 'failed'; readonly file: File; readonly why: WhyNotSent }
  | { readonly status: 'arrived'; readonly image: SentImage }
  /** One that stands in the text already: only its words are asked for. */
  | { readonly status: 'there'; readonly imageId: string; readonly at: number };

/** What is gained by sending the very same file again. */
const WORTH_TRYING: readonly WhyNotSent[] = ['offline', 'try-again', 'too-many-calls'];

/**
 * Puts a picture into the text, or changes the words of one. It is sent while its words are written, and stands in the text
 * only when it has arrived and is described.
 */
export function ImageSheet(props: {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  readonly open: boolean;
  /** What was pasted or dropped; none for whoever is to choose. */
  readonly files: readonly File[];
  /** Where the picture stands whose words are to be changed. */
  readonly at: number | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const [way, setWay] = createSignal<Way>({ status: 'choosing' });
  const [alt, setAlt] = createSignal('');
  const [isDecoration, setIsDecoration] = createSignal(false);
  const [lacksWords, setLacksWords] = createSignal(false);
  /** Taken out meanwhile, while its words were being changed. */
  const [isGone, setIsGone] = createSignal(false);
  /** Pressed before it arrived. */
  const [wanted, setWanted] = createSignal(false);
  let sending: SendingImage | undefined;
  let rest: readonly File[] = [];
  let chooser: HTMLInputElement | undefined;
  let sheet: HTMLFormElement | undefined;

  createEffect(
    on(
      () => props.open,
      (open) => {
        sending?.cancel();
        sending = undefined;
        if (!open) return;
        rest = props.files;
        const { at } = props;
        if (at === undefined) return begin();
        const { alt: said, imageId } = attributesAt(at);
        setAlt(said);
        setIsDecoration(said === '');
        setLacksWords(false);
        setIsGone(false);
        setWay({ status: 'there', imageId, at });
      },
    ),
  );
  const tryWhenOnline = () => {
    const now = way();
    if (props.open && now.status === 'failed' && now.why === 'offline') void send(now.file);
  };
  addEventListener('online', tryWhenOnline);
  onCleanup(() => {
    removeEventListener('online', tryWhenOnline);
    sending?.cancel();
  });

  function attributesAt(at: number): ImageAttributes {
    return props.editor.state.doc.nodeAt(at)?.attrs as ImageAttributes;
  }

  /** With the next of several. */
  function begin(): void {
    const [next, ...others] = rest;
    rest = others;
    setAlt('');
    setIsDecoration(false);
    setLacksWords(false);
    setWanted(false);
    setWay({ status: 'choosing' });
    if (next) void send(next);
  }

  async function send(file: File): Promise<void> {
    sending?.cancel();
    setWay({ status: 'sending', file, share: 0 });
    goOn();
    const mine = sendImage(props.documentId, file, (share) => {
      if (sending === mine) setWay({ status: 'sending', file, share });
    });
    sending = mine;
    const answer = await mine.done;
    // Closed, or another one chosen.
    if (sending !== mine) return;
    sending = undefined;
    if (typeof answer === 'string') {
      setWanted(false);
      setWay({ status: 'failed', file, why: answer });
      goOn();
      return;
    }
    setWay({ status: 'arrived', image: answer });
    // Its words may have been taken away again since the press: that does not make it decoration.
    if (wanted() && isDescribed()) return insert(answer);
    // What was said to be missing before it arrived is missing still.
    if (wanted()) setLacksWords(true);
    setWanted(false);
    announce(t().arrived);
  }

  /** What had the focus may just have gone, and nobody is to fall out of the sheet: on to what is asked for now. */
  function goOn(): void {
    queueMicrotask(() => {
      if (!sheet || sheet.contains(document.activeElement)) return;
      sheet.querySelector<HTMLElement>('input:not([type="file"]), button')?.focus();
    });
  }

  function insert(image: SentImage): void {
    const attrs: ImageAttributes = { ...image, alt: altNow() };
    putIn(props.editor, attrs);
    if (rest.length > 0) begin();
    else props.onClose();
  }

  const altNow = () => (isDecoration() ? '' : alt().trim());
  const isDescribed = () => isDecoration() || altNow() !== '';
  function save(event: SubmitEvent): void {
    event.preventDefault();
    if (!isDescribed()) return void setLacksWords(true);
    const now = way();
    if (now.status === 'arrived') insert(now.image);
    else if (now.status === 'sending') setWanted(true);
    else if (now.status === 'there') {
      const { tr } = props.editor.state;
      change(now, (at) => tr.setNodeAttribute(at, 'alt', altNow()));
    }
  }
  function remove(one: Extract<Way, { status: 'there' }>): void {
    const { tr } = props.editor.state;
    change(one, (at, node) => tr.delete(at, at + node.nodeSize));
  }
  /** Where it stands now: others have written above it since the sheet was opened. */
  function change(
    one: Extract<Way, { status: 'there' }>,
    changed: (at: number, node: Node) => Transaction,
  ): void {
    const { doc } = props.editor.state;
    const at = whereIs(doc, one.imageId, one.at);
    const node = at === undefined ? null : doc.nodeAt(at);
    if (at === undefined || !node) return void setIsGone(true);
    props.editor.view.dispatch(changed(at, node));
    props.onClose();
  }
  const failure = () => {
    const now = way();
    return now.status === 'failed' ? now : undefined;
  };
  const share = () => {
    const now = way();
    return now.status === 'sending' ? Math.round(now.share * 100) : undefined;
  };
  const there = () => {
    const now = way();
    return now.status === 'there' ? now : undefined;
  };
  const picture = () => {
    const now = way();
    const imageId =
      now.status === 'there' ? now.imageId : now.status === 'arrived' && now.image.imageId;
    return isImageId(imageId) ? imageAddress(props.documentId, imageId) : undefined;
  };
  /** Not while there is no picture, nor for one that will never arrive. */
  const asksForWords = () => {
    const failed = failure();
    return way().status !== 'choosing' && (!failed || WORTH_TRYING.includes(failed.why));
  };
  const mayInsert = () => ['sending', 'arrived', 'there'].includes(way().status);

  return (
    <Sheet
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={t().image}
      closeLabel={t().close}
      startsInField
    >
      <form ref={sheet} class={styles.sheet} onSubmit={save} novalidate>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={IMAGE_FILE_TYPES.join(',')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void send(file);
            event.currentTarget.value = '';
          }}
        />
        <Switch>
          <Match when={way().status === 'choosing'}>
            <div class={styles.file}>
              <Button look="filled" onClick={() => chooser?.click()}>
                {t().choose}
              </Button>
            </div>
            <p>{t().kinds}</p>
          </Match>
          <Match when={share() !== undefined}>
            <div class={styles.way}>
              <progress max="100" value={share()} aria-label={t().sending(share() ?? 0)} />
              <p>{share() === 100 ? t().drawing : t().sending(share() ?? 0)}</p>
            </div>
          </Match>
          <Match when={failure()}>
            {(failed) => (
              <div class={styles.way}>
                <p class={styles.problem} role="alert">
                  {t().why[failed().why]}
                </p>
                <div class={styles.file}>
                  <Show when={WORTH_TRYING.includes(failed().why)}>
                    <Button look="filled" onClick={() => void send(failed().file)}>
                      {t().tryAgain}
                    </Button>
                  </Show>
                  <Button onClick={() => chooser?.click()}>{t().chooseAnother}</Button>
                </div>
              </div>
            )}
          </Match>
          <Match when={way().status === 'arrived'}>
            <p>{t().arrived}</p>
          </Match>
        </Switch>
        {/* What it shows is asked for right under it. */}
        <Show when={picture()}>
          {(src) => (
            <img
              class={styles.shown}
              src={src()}
              alt=""
              // The text behind it may have it from the device; here it would say nothing new.
              onError={(event) => {
                event.currentTarget.hidden = true;
              }}
              onLoad={(event) => {
                event.currentTarget.hidden = false;
              }}
            />
          )}
        </Show>
        <Show when={asksForWords()}>
          <Show when={!isDecoration()}>
            <Field
              label={t().alt}
              description={t().altAbout}
              error={lacksWords() ? t().altMissing : undefined}
              value={alt()}
              maxlength={ALT_LENGTH_MAX}
              autocomplete="off"
              onInput={(event) => {
                setAlt(event.currentTarget.value);
                setLacksWords(false);
              }}
            />
          </Show>
          <Toggle
            label={t().decoration}
            about={t().decorationAbout}
            on={isDecoration()}
            onChange={(on) => {
              setIsDecoration(on);
              setLacksWords(false);
            }}
          />
        </Show>
        <Show when={there() && isGone()}>
          <p class={styles.problem} role="alert">
            {t().gone}
          </p>
        </Show>
        <p class={styles.ways}>
          <Show when={mayInsert()}>
            <Button look="filled" type="submit">
              {there() ? t().save : wanted() ? t().waiting : t().insert}
            </Button>
          </Show>
          <Show when={there()}>
            {(one) => (
              <Button look="quiet" danger onClick={() => remove(one())}>
                {t().remove}
              </Button>
            )}
          </Show>
        </p>
      </form>
    </Sheet>
  );
}
