import { createSignal, For, onMount, Show } from 'solid-js';
import type {
  AgendaBeginning,
  AgendaBeginnings,
  PlannedItem,
} from '#shared/features/session/agenda/model.ts';
import { longDate } from '../../../platform/dates.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './AgendaEditor.module.css';
import type { AgendaEditing } from './agenda-editing.ts';
import { words } from './beginning-words.ts';
import { words as editingWords } from './editing-words.ts';

type Template = AgendaBeginnings['templates'][number];

/** What the agenda can begin from: last time, one's own templates, and the course's. */
export function Beginnings(props: {
  readonly editing: AgendaEditing;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const { beginnings } = props.editing;
  const count = () => props.editing.agenda.items.length;
  let title: HTMLHeadingElement | undefined;
  onMount(() => title?.focus());
  const groups = (known: AgendaBeginnings) => [
    { name: t().own, templates: known.templates.filter(({ ofCourse }) => !ofCourse) },
    { name: t().courses, templates: known.templates.filter(({ ofCourse }) => ofCourse) },
  ];
  const begin = async (from: AgendaBeginning) => {
    await beginnings.begin(from);
    if (beginnings.view() === 'none') props.onClose();
  };
  const choice = { onUse: begin, replaced: count };
  return (
    <div class={styles.form}>
      <h3 ref={title} tabindex="-1">
        {t().title}
      </h3>
      <Show when={count() > 0}>
        <p class={styles.quiet}>{t().replaces(count())}</p>
      </Show>
      <Show
        when={beginnings.known()}
        fallback={
          <Show when={!beginnings.problem()}>
            <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
          </Show>
        }
      >
        {(known) => (
          <>
            <Show when={known().last}>
              {(last) => (
                <ul>
                  <Beginning
                    {...choice}
                    name={t().last(last().title, longDate(language(), last().startsAt))}
                    items={last().items}
                    from={{ kind: 'last' }}
                  />
                </ul>
              )}
            </Show>
            <For each={groups(known())}>
              {(group) => (
                <Show when={group.templates.length > 0}>
                  <section>
                    <h4 class={styles.group}>{group.name}</h4>
                    <ul>
                      <For each={group.templates}>
                        {(template) => (
                          <Beginning
                            {...choice}
                            name={template.name}
                            items={template.items}
                            from={{ kind: 'template', templateId: template.id }}
                            onDrop={template.mine ? () => drop(template) : undefined}
                          />
                        )}
                      </For>
                    </ul>
                  </section>
                </Show>
              )}
            </For>
            <Show when={!known().last && known().templates.length === 0}>
              <p>{t().nothing}</p>
            </Show>
          </>
        )}
      </Show>
      <Show when={beginnings.problem()}>
        {(problem) => (
          <p class={styles.problem} role="alert">
            {problem()}
          </p>
        )}
      </Show>
      <div class={styles.ways}>
        <Show when={beginnings.problem()}>
          <Button size="small" onClick={() => void beginnings.ask()}>
            {t().tryAgain}
          </Button>
        </Show>
        <Button size="small" onClick={() => props.onClose()}>
          {t().back}
        </Button>
      </div>
    </div>
  );

  async function drop(template: Template): Promise<void> {
    await beginnings.drop(template.id, template.name);
    title?.focus();
  }
}

/** One of them, with its items in a line. What takes something away is pressed twice. */
function Beginning(props: {
  readonly name: string;
  readonly items: readonly PlannedItem[];
  readonly from: AgendaBeginning;
  /** How many items it would come in place of. */
  readonly replaced: () => number;
  readonly onUse: (from: AgendaBeginning) => void;
  readonly onDrop?: (() => void) | undefined;
}) {
  const t = useWords(words);
  const plan = useWords(editingWords);
  const [asks, setAsks] = createSignal<'use' | 'drop'>();
  const total = () => props.items.reduce((sum, { minutes }) => sum + minutes, 0);
  let first: HTMLButtonElement | undefined;
  const ask = (what: 'use' | 'drop' | undefined) => {
    setAsks(what);
    first?.focus();
  };
  const use = () => (props.replaced() > 0 ? ask('use') : props.onUse(props.from));
  return (
    <li class={styles.beginning}>
      <p>
        <b lang={PROGRAMME_LANGUAGE}>{props.name}</b>
      </p>
      <p class={styles.quiet}>
        {plan().total(props.items.length, lengthOfMinutes(language(), total()))}:{' '}
        <span lang={PROGRAMME_LANGUAGE}>{props.items.map(({ title }) => title).join(', ')}</span>
      </p>
      <div class={styles.ways}>
        <Show
          when={asks()}
          fallback={
            <>
              <Button ref={first} size="small" onClick={use}>
                {t().use}
                <span class="visually-hidden"> {props.name}</span>
              </Button>
              <Show when={props.onDrop}>
                <Button look="quiet" size="small" onClick={() => ask('drop')}>
                  {t().drop}
                  <span class="visually-hidden"> {props.name}</span>
                </Button>
              </Show>
            </>
          }
        >
          {/* First what changes nothing: the same key, pressed once more, presses that. */}
          <Button ref={first} size="small" onClick={() => ask(undefined)}>
            {asks() === 'drop' ? t().keepIt : t().cancel}
          </Button>
          <Button
            size="small"
            danger={asks() === 'drop'}
            onClick={() => (asks() === 'drop' ? props.onDrop?.() : props.onUse(props.from))}
          >
            {asks() === 'drop' ? t().dropReally : t().replace(props.replaced())}
          </Button>
        </Show>
      </div>
    </li>
  );
}
