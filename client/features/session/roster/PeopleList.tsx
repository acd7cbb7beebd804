import { createUniqueId, type JSX, type ParentProps, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inSentences } from '../../../platform/sentences.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import styles from './PeopleList.module.css';

type PeopleGroupProps = {
  readonly id: string;
  readonly title: string;
  /** What can be done with all of them: beside the heading, and in sight as long as they are. */
  readonly tool?: (() => JSX.Element) | undefined;
};

/** A part of the list of people, under a quiet heading. */
export function PeopleGroup(props: ParentProps<PeopleGroupProps>) {
  const heading = () => <h3 id={props.id}>{props.title}</h3>;
  return (
    <section class={styles.group} aria-labelledby={props.id}>
      <Show when={props.tool} fallback={heading()}>
        {(tool) => (
          <div class={styles.head}>
            {heading()}
            {tool()()}
          </div>
        )}
      </Show>
      {props.children}
    </section>
  );
}

/** A part of it that one seldom needs: folded under its heading until it is opened. */
export function FoldedGroup(props: ParentProps<{ readonly title: string }>) {
  return (
    <details class={classNames(styles.group, styles.folded)}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  );
}

export type PersonRowProps = {
  readonly personId: PersonId;
  readonly name: string;
  /** One quiet line under the name: what they are and do just now. */
  readonly about: string;
  readonly isMe?: boolean;
};

/** Somebody in that list, heard as one sentence, and what can be done with them. */
export function PersonRow(props: ParentProps<PersonRowProps>) {
  const sentenceId = createUniqueId();
  return (
    // Can be given the focus, when what had it in another row is gone.
    <li
      class={classNames(styles.person, props.isMe && styles.mine)}
      tabindex="-1"
      aria-labelledby={sentenceId}
    >
      <Portrait personId={props.personId} ring={props.isMe ? 'you' : undefined} />
      <span class={styles.words} aria-hidden="true">
        <b>{props.name}</b>
        <span class={styles.about}>{props.about}</span>
      </span>
      <span id={sentenceId} class="visually-hidden">
        {inSentences([props.name, props.about])}
      </span>
      {props.children}
    </li>
  );
}
