import { For, Match, onMount, Show, Switch } from 'solid-js';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { downIcon, editIcon, trashIcon, upIcon } from '../../../ui/icons.ts';
import { UndoStrip } from '../../../ui/UndoStrip.tsx';
import styles from './AgendaEditor.module.css';
import type { AgendaEditing } from './agenda-editing.ts';
import { Beginnings } from './Beginnings.tsx';
import { words as beginningWords } from './beginning-words.ts';
import { words } from './editing-words.ts';
import { ItemForm } from './ItemForm.tsx';
import { KeepTemplate } from './KeepTemplate.tsx';

type EditorProps = { readonly editing: AgendaEditing; readonly onDone: () => void };

const rowId = (id: string) => `agenda-row-${id}`;
/** When it is drawn. */
const goTo = (id: string) => setTimeout(() => document.getElementById(id)?.focus());

/** The agenda to be changed: each item with the ways up and down, and one item at a time to be written. */
export function AgendaEditor(props: EditorProps) {
  const t = useWords(words);
  holdsWords(() => props.editing.isUnsaved(), 'page');
  const { beginnings } = props.editing;
  const closeBeginnings = () => {
    beginnings.close();
    goTo('agenda-add');
  };
  let editor: HTMLElement | undefined;
  // In place of the button that opened it, and read from its top.
  onMount(() => {
    editor?.focus({ preventScroll: true });
    editor?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <section ref={editor} class={styles.editor} tabindex="-1" aria-label={t().editing}>
      <Switch fallback={<Items editing={props.editing} onDone={props.onDone} />}>
        <Match when={props.editing.open()}>
          {(open) => (
            <ItemForm
              editing={props.editing}
              onClose={(saved) => {
                const id = saved ?? open().before?.id;
                props.editing.close();
                goTo(id ? rowId(id) : 'agenda-add');
              }}
            />
          )}
        </Match>
        <Match when={beginnings.view() === 'choose'}>
          <Beginnings editing={props.editing} onClose={closeBeginnings} />
        </Match>
        <Match when={beginnings.view() === 'keep'}>
          <KeepTemplate editing={props.editing} onClose={closeBeginnings} />
        </Match>
      </Switch>
    </section>
  );
}

function Items(props: EditorProps) {
  const t = useWords(words);
  const from = useWords(beginningWords);
  const items = () => props.editing.agenda.items;
  const total = () => items().reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <>
      <p class={styles.total}>
        <Show when={items().length > 0} fallback={t().empty}>
          {t().total(items().length, lengthOfMinutes(language(), total()))}
        </Show>
      </p>
      <Show when={props.editing.problem()}>
        {(problem) => <p class={styles.refused}>{problem()}</p>}
      </Show>
      <ol class={styles.items}>
        <For each={items()}>
          {(item, index) => (
            <>
              <Removed editing={props.editing} at={index()} />
              <Row editing={props.editing} item={item} place={index() + 1} />
            </>
          )}
        </For>
        <Removed editing={props.editing} at={items().length} />
      </ol>
      <Show when={props.editing.waits()}>
        {(waits) => (
          <p class={styles.quiet} role="status">
            {t().waits[waits()]}
          </p>
        )}
      </Show>
      <Show when={props.editing.tooLong()}>
        {(words) => <p class={styles.tooLong}>{words()}</p>}
      </Show>
      <Show when={props.editing.beginnings.kept()}>
        {(name) => <p class={styles.kept}>{from().kept(name())}</p>}
      </Show>
      <div class={styles.ways}>
        <Button id="agenda-add" size="small" onClick={() => props.editing.openItem(null)}>
          {t().addItem}
        </Button>
        <Button size="small" onClick={() => props.editing.openItem(null, 'pause')}>
          {t().addPause}
        </Button>
        <Show when={props.editing.agenda.currentId === null}>
          <Button look="quiet" size="small" onClick={() => props.editing.beginnings.choose()}>
            {from().choose}
          </Button>
        </Show>
        <Show when={items().length > 0}>
          <Button look="quiet" size="small" onClick={() => props.editing.beginnings.startKeeping()}>
            {from().keep}
          </Button>
        </Show>
        <Button look="filled" size="small" class={styles.done} onClick={() => props.onDone()}>
          {t().done}
        </Button>
      </div>
    </>
  );
}

/** Offers back what was removed, where it stood. */
function Removed(props: { readonly editing: AgendaEditing; readonly at: number }) {
  const t = useWords(words);
  const here = () => {
    const removed = props.editing.removed();
    const place = Math.min(removed?.place ?? -1, props.editing.agenda.items.length);
    return place === props.at ? removed : undefined;
  };
  const undo = async () => {
    const back = await props.editing.undo();
    if (back) goTo(rowId(back));
  };
  return (
    <Show when={here()} keyed>
      {(removed) => (
        <li class={styles.removed}>
          <UndoStrip
            undoLabel={t().undo}
            takesFocus
            onUndo={undo}
            onDone={props.editing.keepRemoved}
          >
            {t().removed(removed.item.title)}
          </UndoStrip>
        </li>
      )}
    </Show>
  );
}

function Row(props: {
  readonly editing: AgendaEditing;
  readonly item: AgendaItem;
  readonly place: number;
}) {
  const t = useWords(words);
  const all = () => props.editing.agenda.items.length;
  const isOn = () => props.editing.agenda.currentId === props.item.id;
  const move = async (button: HTMLButtonElement, by: 1 | -1) => {
    await props.editing.move(props.item.id, by);
    // Its row has changed places under the focus.
    button.focus();
  };
  return (
    <li id={rowId(props.item.id)} class={styles.row} tabindex="-1">
      <p class={styles.name}>
        <span class={styles.number} aria-hidden="true">
          {props.place}
        </span>
        <span class="visually-hidden">{t().place(props.place, all())}: </span>
        <b lang={PROGRAMME_LANGUAGE}>{props.item.title}</b>
        <span class={styles.quiet}>{lengthOfMinutes(language(), props.item.minutes)}</span>
        <Show when={isOn()}>
          <span class={styles.on}>{t().isOn}</span>
        </Show>
      </p>
      <div class={styles.tools}>
        <Tool
          icon={upIcon}
          label={t().up}
          about={props.item.title}
          disabled={props.place === 1}
          onPress={(button) => move(button, -1)}
        />
        <Tool
          icon={downIcon}
          label={t().down}
          about={props.item.title}
          disabled={props.place === all()}
          onPress={(button) => move(button, 1)}
        />
        <Tool
          icon={editIcon}
          label={t().change}
          about={props.item.title}
          onPress={() => props.editing.openItem(props.item)}
        />
        <Tool
          icon={trashIcon}
          label={t().remove}
          about={props.item.title}
          disabled={isOn()}
          why={t().removeCurrent}
          onPress={() => props.editing.remove(props.item.id)}
        />
      </div>
    </li>
  );
}

/** A small button of a row: its word under its sign. Where it has nothing to do it keeps the focus, and says so. */
function Tool(props: {
  readonly icon: string;
  readonly label: string;
  readonly about: string;
  readonly disabled?: boolean;
  readonly why?: string;
  readonly onPress: (button: HTMLButtonElement) => void;
}) {
  return (
    <button
      type="button"
      class={styles.tool}
      aria-disabled={props.disabled ? 'true' : undefined}
      title={props.disabled ? props.why : undefined}
      onClick={(event) => {
        if (!props.disabled) props.onPress(event.currentTarget);
      }}
    >
      <Icon path={props.icon} />
      {props.label}
      <span class="visually-hidden"> {props.about}</span>
    </button>
  );
}
