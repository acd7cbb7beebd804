import { Match, Show, Switch } from 'solid-js';
import { countConfirmed } from '#shared/features/assignment/submission/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { eyeIcon } from '../../ui/icons.ts';
import { ReadersButton } from '../document/public.ts';
import styles from './Assignment.module.css';
import type { About } from './answers.ts';
import { HandedInMark } from './HandedInMark.tsx';
import { takenBackInWords } from './taken-back.ts';
import { words } from './words.ts';

/**
 * Under the title: who sees the answer, with the list one press away, that it was taken back and by whom, and how many
 * have said yes to it.
 */
export function PaperStatus(props: {
  readonly paper: About['papers'][number];
  readonly me: PersonId;
  readonly now: Instant;
}) {
  const t = useWords(words);
  const handedIn = () => props.paper.state.handedIn;
  const seen = () => {
    const { groupName } = props.paper;
    if (groupName !== null) return t().seenByGroup(groupName);
    return handedIn() ? t().seenWhenHandedIn : t().seenByYou;
  };
  const confirmed = () => {
    const { members, state, text } = props.paper;
    const ids = members.map(({ personId }) => personId);
    return countConfirmed(state, ids, text);
  };
  return (
    <>
      <li>
        <Show
          when={props.paper.documentId}
          fallback={
            <>
              <Icon path={eyeIcon} /> {seen()}
            </>
          }
        >
          {(documentId) => (
            <ReadersButton documentId={documentId()} mayShare={false} label={seen()} />
          )}
        </Show>
      </li>
      <Show when={props.paper.state.takenBack}>
        {(back) => (
          <li class={styles.soon}>
            {takenBackInWords(t(), back(), {
              ...{ me: props.me, now: props.now },
              members: props.paper.members,
            })}
          </li>
        )}
      </Show>
      <Switch>
        <Match when={handedIn()}>
          {(last) => (
            <li>
              <HandedInMark late={last().late} />
            </li>
          )}
        </Match>
        <Match when={props.paper.groupId !== null && confirmed() > 0}>
          <li class={styles.soon}>{t().confirmedOf(confirmed(), props.paper.members.length)}</li>
        </Match>
      </Switch>
    </>
  );
}
